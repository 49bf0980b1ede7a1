#pragma once
#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

#include "mention/clause.h"
#include "mention/object.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

inline constexpr std::int64_t kPartsSlip = 8;  // a breakdown is too high by an eighth at most

// A mention with the noun group that it was read from.
struct Found {
  Mention mention;
  std::uint32_t sentence = 0;  // index into TextLayer::sentences
  std::size_t chunk = 0;       // of that sentence
  std::size_t trigger_chunk = 0;
  FrameClass frame_class = FrameClass::kAffect;
  bool people = true;
  bool part = false;  // told as a part of a count before
  bool label = false;
};

// A list of parts that may go on: "nine children, a nurse and two drivers".
struct PartList {
  std::size_t whole = 0;  // index of the mention that they are parts of
  PartLink link = PartLink::kNone;
  std::int64_t sum = 0;  // of the parts so far, at least
  std::size_t last = 0;  // chunk of the last part
};

// "a father and his two sons": one count of both.
struct Family {
  std::size_t first = 0, last = 0;  // chunks
  Quantity count;
  bool mixed = false;  // of several categories
};

// How a frame is used in one place.
struct Use {
  const Frame* frame = nullptr;
  std::size_t at = 0;  // chunk of the trigger
  Span trigger;
  bool negated = false;
  Stance stance = Stance::kAsserted;
  std::optional<Participant> actor;
  std::optional<std::size_t> counted;  // chunk of what a bare number counts: "number of posts"
  std::optional<CategoryId> lost_by;   // "the rebels lost 40": who they are
  std::optional<PartyId> side;         // whose the objects are, where the frame tells
  bool inner = false;                  // "one of four raids that": the four are meant
  const char* step = "";               // for `explain`
  bool label = false;                  // "Wounded: 30"
  bool listed = false;                 // beside a count: "two tanks and a howitzer"
};

// Reads the frames of one text, sentence by sentence.
class MentionReader {
 public:
  MentionReader(std::string_view text, const TextLayer& layer,
                const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                const Language& language, bool claims_only);

  // False: no mention stands in the sentence, behind those found so far.
  bool MayGive(std::uint32_t sentence) const;
  void ReadSentence(const ChunkedSentence& sentence);
  Mentions Finish();

 private:
  // frames.cc
  std::vector<const Frame*> FramesOfVerb(std::size_t at) const;
  std::vector<const Frame*> FramesOfState(std::size_t at) const;
  std::vector<const Frame*> FramesOfNoun(std::size_t at) const;
  std::vector<const Frame*> FramesInside(std::size_t at, std::uint32_t first) const;
  std::vector<const Frame*> FramesOfThose() const;

  // reader.cc, behind.cc: verbs, states, nouns
  void ReadVerb(std::size_t at);
  bool ReadVerbFrame(std::size_t at, std::size_t from, const Frame& frame);
  bool EmitAlong(std::size_t at, const Use& use);
  bool EmitOf(std::size_t object, const Use& use);
  MetricId LostMetric(std::size_t last, const Frame& frame) const;
  std::optional<std::size_t> LostThings(std::size_t object, const Frame& frame) const;
  bool EmitLost(std::size_t object, std::size_t last, Use use);
  bool ReadAffect(std::size_t at, std::size_t from, const Frame& frame);
  const Frame* GovernorOf(std::size_t subject, const MetricId& metric) const;
  void ReadState(std::size_t at);
  bool StateFits(std::size_t at) const;
  bool TellsWhere(std::size_t at) const;  // tally.cc
  bool TakesObject(std::size_t verb) const;
  bool IsName(std::size_t noun) const;
  std::optional<std::size_t> RelativeObject(std::size_t verb) const;
  std::optional<std::size_t> AfterParticle(std::size_t at, const Frame& frame) const;
  void MarkWords();
  bool MayHold(const std::vector<WordId>& words) const;
  Use MakeUse(const Frame& frame, std::size_t at, const char* step) const;
  Stance StanceOf(std::size_t at) const;
  std::optional<Participant> ActorOf(std::optional<std::size_t> chunk) const;

  // nouns.cc: events, tolls, counters, attributes, labels
  void ReadNoun(std::size_t at);
  bool ReadOfNoun(std::size_t at);
  void DescribeBy(std::size_t noun, std::size_t figure);
  void ReadEvent(std::size_t at, const Frame& frame);
  bool TellsLosses(std::size_t verb) const;
  bool ReadTotalBehind(std::size_t at, std::size_t preposition, std::size_t count, const Use& use);
  void ReadTotal(std::size_t at, const Frame& frame, std::size_t from);
  void ReadCounter(std::size_t at, const Frame& frame);
  void ReadRaised(std::size_t at);
  bool IsTotal(std::size_t at) const;
  bool ReadCounterOf(std::size_t trigger, std::size_t counted, const Frame& frame);
  void ReadBareCounter(std::size_t at, const Frame& counter);
  void ReadCountOf(std::size_t at, std::size_t number);
  bool LeftUnread(std::size_t at) const;
  bool WithOther(std::size_t at, const Frame& frame) const;
  std::optional<std::size_t> FigureBefore(std::size_t at) const;
  bool OfFronted(std::size_t chunk) const;
  void EmitLike(std::size_t last, std::size_t number, std::size_t trigger);
  void ReadThere(std::size_t at);
  void ReadWithNone(std::size_t at);
  void ReadAttribute(std::size_t at);
  void ReadLabel(std::size_t at, const Frame& frame);
  void AddGovernor(std::size_t at, Use* use) const;
  void SufferedBy(std::size_t at, Use* use) const;
  PartyId PeopleOf(const PartyId& party) const;
  bool Withheld(std::size_t at) const;  // "spoke of no losses"

  // among.cc: parts of those among whom they are
  bool ReadAmong(std::size_t at);
  bool ReadAmongFirst(std::size_t at);
  bool ReadAmongCounted(const std::vector<std::size_t>& items, std::size_t counted);
  std::optional<std::size_t> CountedAmong(std::size_t verb) const;
  std::optional<std::size_t> BehindAmong(std::size_t last, WordClasses among, bool* be) const;
  std::optional<std::size_t> CountedBehind(std::size_t at) const;
  bool There(std::size_t verb) const;

  // some.cc: counts that are not of all
  bool CountsSome(std::size_t chunk, const Use& use, const Mention& mention) const;
  void MarkSome(const MetricId& metric, const Quantity& more);
  bool MoreThanBefore(const Mention& mention) const;
  bool AtOnce(std::size_t chunk, const Use& use) const;
  bool OfOneAct(const Use& use) const;
  bool OneOfActs(std::size_t chunk) const;

  // family.cc: those counted with the ones they belong to
  void FindFamilies();
  bool InFamily(std::size_t chunk) const;  // behind the first
  bool IsMixed(std::size_t chunk) const;   // the first, of several categories

  // parts.cc: parts of wholes
  void ReadParts();
  bool ReadPart(std::size_t at);
  bool AmongThem(std::size_t at) const;
  bool AddItems(const std::vector<std::size_t>& items, std::size_t whole);
  void ReadListSentence();
  void ReadByPlace();
  bool ReadAddsUp(std::size_t at);
  std::optional<std::size_t> LastWhole(std::size_t at) const;
  bool ReadIncluding(std::size_t at);
  bool OfThings(std::size_t at) const;
  bool ReadPartitive(std::size_t at);
  bool ReadShare(std::size_t at);
  bool AddShare(std::size_t at, std::size_t whole, std::size_t word);
  bool ReadOfWhom(std::size_t at);
  bool ReadSeverity(std::size_t at);
  bool ReadTold(std::size_t at);
  void JoinFates(std::size_t object);
  bool ReadOfVictims(std::size_t at);
  bool ReadVictims(std::size_t at);
  bool ReadAll(std::size_t at);
  bool TellsDeed(std::size_t at) const;
  bool ReadBreakdown(std::size_t at);
  bool ReadApposition(std::size_t at);
  bool ContinueList(std::size_t at);
  void LinkTaken(std::size_t at);
  // `metric`: only a whole of this metric; null: of any.
  std::optional<std::size_t> Whole(std::size_t at, std::int64_t least, bool same_sentence,
                                   const MetricId* metric = nullptr, bool far = false) const;
  std::optional<std::size_t> WholeOfThings(const Found& part) const;
  bool Owned(std::size_t at) const;
  std::optional<std::size_t> WholeOfList(const Found& item);
  std::optional<std::size_t> WholeOfSibling(const Found& item) const;
  std::optional<std::size_t> WholeInFront(const Found& part) const;
  void Describe(Found* part) const;
  std::optional<std::size_t> WholeOfSame(const Found& part) const;
  std::optional<std::size_t> WholeBeside(const Found& part) const;
  std::optional<std::size_t> LastCounted(std::size_t at) const;
  std::vector<std::size_t> Items(std::size_t at) const;
  std::int64_t ValueOf(std::size_t chunk) const;
  std::size_t LeftOf(std::size_t at) const;
  std::size_t LeftOfNamed(std::size_t at) const;
  bool AddPart(std::size_t at, std::size_t whole, PartLink link, const char* step,
               std::optional<std::size_t> described_by = std::nullopt);
  void ReportUnread();

  // tally.cc: counts that lean on those before
  void ReadTallies();
  void ReadTally(std::size_t at);
  void ReadItStands(std::size_t at);
  std::optional<std::size_t> BehindColon(std::size_t at) const;
  bool EmitTally(std::size_t chunk, std::size_t at, const Frame& frame);
  void LinkTally(const std::vector<std::size_t>& items, std::size_t whole);
  void ReadGapped(std::size_t at);
  bool EmitFormer(std::size_t chunk, std::size_t at, const Frame& frame);
  std::optional<std::size_t> LikeBefore(std::size_t at, std::size_t next) const;  // into found_
  void ShareVerb(std::size_t at, std::size_t with);
  bool ReadSum(std::size_t at);

  // leaning.cc: counts of what was told before
  std::optional<std::size_t> WithValue(std::size_t chunk) const;
  std::optional<std::size_t> WholeFronted(std::size_t at) const;
  bool ReadOfThose(std::size_t at);
  std::optional<std::size_t> Antecedent(std::size_t chunk) const;
  void ReadNot(std::size_t at);
  std::optional<std::size_t> NoneOf(std::size_t at, std::size_t* word) const;
  void ReadNoneAmong(std::size_t at);
  bool ReadSpread(std::size_t at);
  std::optional<std::size_t> ContactObject(std::size_t verb) const;
  void ReadNumbered(std::size_t verb);
  void ReadThoseWere(std::size_t verb);
  std::vector<const Frame*> FramesOfSubject(std::size_t verb) const;
  std::optional<CategoryId> LosersOf(std::size_t subject) const;

  // figures.cc: bare figures that somebody gives
  void ReadFigures();
  bool FigureEnds(std::size_t chunk) const;
  bool BareFigure(std::size_t chunk) const;
  bool Speaks(std::size_t chunk) const;
  std::optional<std::size_t> VerbOfFigure(std::size_t at) const;
  bool EmitAgain(std::size_t number, std::size_t at);
  std::optional<std::size_t> FigureAt(std::size_t preposition, bool stays) const;
  bool SpeakerBefore(std::size_t at) const;
  void ReadReached(std::size_t at);
  void ReadSaid(std::size_t at);
  void ReadSameVerb(std::size_t number);
  bool ReadNumbering(std::size_t at, std::size_t number);

  // emit_list.cc
  bool EmitSubject(std::size_t at, const Use& use);
  bool SaidOfInner(std::size_t at, std::size_t subject) const;
  bool EmitRight(std::size_t chunk, const Use& use);  // with what is coordinated behind it
  bool EmitLeft(std::size_t chunk, const Use& use);   // with what is coordinated before it
  bool EmitAll(const std::vector<std::size_t>& chunks, Use use);

  // emit.cc
  bool MayCount(std::size_t chunk, const Use& use) const;
  bool Emit(std::size_t chunk, const Use& use);
  bool Coordinated(std::size_t trigger, std::size_t other, std::size_t counted) const;
  ObjectReading ObjectOf(std::size_t chunk, const Use& use, bool inherit) const;
  std::optional<Quantity> QuantityOf(std::size_t chunk, const Use& use,
                                     const ObjectReading& object) const;
  std::optional<MetricId> MetricOf(const Use& use, const ObjectReading& object) const;
  bool Acts(std::size_t chunk) const;
  void Inherit(std::size_t chunk, bool label, ObjectReading* object) const;
  bool InRelative(std::size_t trigger) const;
  bool JoinWith(std::size_t chunk, const MetricId& metric, const Use& use);
  bool Fate(const Found& before, const MetricId& metric, const Use& use) const;
  Found MakeFound(std::size_t chunk, const Use& use, const MetricId& metric,
                  const Quantity& quantity, const ObjectReading& object) const;
  bool Taken(std::size_t chunk) const;
  Found* FoundAt(std::size_t chunk);

  std::string_view text_;
  const TextLayer& layer_;
  const std::vector<Quantity>& quantities_;
  const Rulebook& rulebook_;
  const Language& language_;
  bool claims_only_;  // nobody asks for the sentences that could not be read
  const ClauseReader* clause_ = nullptr;
  const ChunkedSentence* sentence_ = nullptr;
  std::bitset<256> marked_;      // of the sentence's words, by the last bits of their numbers
  std::size_t first_found_ = 0;  // of this sentence, in found_
  std::vector<Found> found_;
  // The people last told of under a metric without a number.
  struct Uncounted {
    std::uint32_t sentence = 0;
    MetricId metric;
    Participant object;
  };
  Uncounted uncounted_;
  std::vector<PartList> lists_;   // open in this sentence
  std::vector<Family> families_;  // of this sentence
  std::vector<Unread> unread_;
};

}  // namespace counterclaim
