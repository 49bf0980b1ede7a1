#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "attribution/relation.h"
#include "attribution/speaker.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// "Omar Hale" -> "omar-hale".
std::string KebabId(std::string_view name);

// Finds who is meant by the sources of one text, in the order of the text.
// "The Taliban said … It added": `it` is afg/taliban. "Defence Minister
// Khawaja Asif … the minister": one person. "the army", bare, is that of the
// state that spoke or was named last.
class SourceResolver {
 public:
  SourceResolver(const Document& document, const Text& text, const Rulebook& rulebook,
                 const Stakes& stakes)
      : document_(document), text_(text), rulebook_(rulebook), stakes_(stakes) {}

  // The source at `span` of a sentence; `antecedent` is the noun before "who".
  // Remembers it for the pronouns that follow.
  Source Hearer(Span span, std::uint32_t sentence, std::vector<std::string>* steps);
  Source Resolve(Span span, std::uint32_t sentence, std::optional<Span> antecedent,
                 std::vector<std::string>* steps);

  // Who publishes the text itself: an organ that is no outlet ("Ministry of the Interior, Tarn"),
  // an office of an armed group, a body that says "we".
  std::optional<Source> Publisher() const;

 private:
  // Somebody who has spoken.
  struct Entity {
    Source source;
    Speaker speaker;
    std::uint32_t sentence = 0;
    bool person = false, people = false;
  };

  const Entity* Refer(const Speaker& speaker, std::uint32_t sentence);
  const Entity* ReferPronoun(const Speaker& speaker, std::uint32_t sentence);
  const Entity* SameName(const Speaker& speaker) const;
  const Entity* SameHead(const Speaker& speaker) const;
  const Entity* SameBody(const Speaker& speaker, std::uint32_t sentence);
  const Entity* SubjectOf(std::uint32_t sentence, std::uint32_t before_token);
  const Entity* WhoLeads(std::uint32_t who, std::uint32_t floor, std::uint32_t sentence);
  std::uint32_t EndOfOffice(std::uint32_t at, std::uint32_t limit) const;
  const Entity* OfficialBefore(std::uint32_t sentence, std::uint32_t before_token);
  const Entity* LastPerson(std::uint32_t sentence) const;
  const Entity* Naming(const Name& name, std::uint32_t sentence);
  const Entity* NamedBody(std::uint32_t sentence, std::uint32_t before_token, std::uint32_t reach,
                          bool neutral);
  const Entity* NamedPerson(std::uint32_t sentence, std::uint32_t before_token);
  const Entity* NamedFirst(std::uint32_t sentence, std::uint32_t before_token,
                           std::uint32_t reach = 1);
  std::optional<std::uint32_t> Possessor(const Speaker& speaker) const;
  std::optional<PartyId> PossessorOf(const Speaker& speaker, std::uint32_t sentence);
  // owner.cc: whose official or organ speaks where the words name nobody.
  std::optional<PartyId> OwnerOf(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> SideOf(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> OfPlace(Range tokens) const;
  std::optional<PartyId> OfPlaceAround(const Speaker& speaker, std::uint32_t sentence) const;
  bool SpeaksHere(const Name& place) const;
  bool StateOrgan(const Speaker& speaker) const;
  std::optional<PartyId> SeatInFront(const Speaker& speaker, std::uint32_t sentence) const;
  std::optional<PartyId> PlaceInFront(std::uint32_t sentence) const;
  std::optional<PartyId> SpokeLast(const Speaker& speaker, std::uint32_t sentence) const;
  std::optional<PartyId> LocalOwner(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> MostPlaces() const;
  std::optional<PartyId> OfDateline() const;
  std::optional<PartyId> StateOfPublisher();
  std::optional<PartyId> SideOfText(const Speaker& speaker);
  std::optional<PartyId> OnlyState() const;
  std::optional<PartyId> FoughtState() const;
  std::optional<PartyId> RunByState(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> StateBody(const Speaker& speaker) const;
  std::optional<PartyId> OfBody(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> NamedLater(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> Introduced(const Speaker& speaker, std::uint32_t sentence);
  std::uint32_t SubjectBegin(std::uint32_t begin, std::uint32_t verb) const;
  std::optional<PartyId> OwnName(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> FromContext(const Speaker& speaker, std::uint32_t sentence);
  bool PlaceOnly(const Speaker& speaker) const;
  bool NewEntry(std::uint32_t sentence) const;
  std::uint32_t EntryBegin(std::uint32_t sentence) const;
  bool OpensEntry(std::uint32_t name_token, std::uint32_t sentence) const;
  bool Within(const Name& name) const;
  bool Indefinite(const Speaker& speaker) const;
  bool HoldsWord(const Speaker& speaker, std::uint64_t words) const;
  std::optional<PartyId> Home() const;
  std::optional<PartyId> ForceOfText(const Speaker& speaker) const;
  std::optional<PartyId> StateOfTown(const std::vector<std::string>& words) const;
  std::optional<PartyId> UnlistedHome(const std::vector<std::string>& publisher) const;
  std::optional<PartyId> OtherThanEnemy(std::uint32_t sentence) const;
  std::optional<PartyId> GroupBefore(std::uint32_t sentence) const;
  std::optional<PartyId> LastNamed(std::uint32_t before_token, std::uint32_t sentence) const;
  std::optional<PartyId> SamePhrase(const Speaker& speaker, std::uint32_t sentence) const;
  std::optional<PartyId> EndsWith(const Token& word, std::uint32_t before_token) const;
  std::optional<PartyId> NamedGroup(const Speaker& speaker, std::uint32_t sentence) const;
  std::optional<PartyId> BodyId(const Speaker& speaker) const;
  std::optional<PartyId> EndOfName(const Speaker& speaker) const;
  std::optional<PartyId> Acronym(const Speaker& speaker) const;
  std::optional<PartyId> OrganBefore(std::uint32_t sentence);
  std::optional<std::uint32_t> LeadVerb(const Speaker& speaker) const;
  bool LeadsRebels(const Speaker& speaker) const;
  std::optional<PartyId> LedBy(const Speaker& speaker, std::uint32_t sentence);
  std::optional<PartyId> NamedInFull(const Speaker& speaker, std::uint32_t sentence);
  bool OfficialPublisher();
  SourceKind KindOf(const Source& source, const Speaker& speaker) const;
  void Remember(const Source& source, const Speaker& speaker, std::uint32_t sentence);

  const Document& document_;
  const Text& text_;
  const Rulebook& rulebook_;
  const Stakes& stakes_;
  std::vector<Entity> entities_;
  std::optional<std::optional<PartyId>> home_, most_places_;  // once asked
  std::optional<bool> official_publisher_;
  Entity named_;              // a party named in passing, made for one look-up
  std::set<PartyId> bodies_;  // of no side, that no rule knows
};

}  // namespace counterclaim
