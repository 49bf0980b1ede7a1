#include "attribution/attribution.h"

#include <algorithm>
#include <utility>

#include "attribution/carry.h"
#include "attribution/rejection.h"
#include "attribution/relation.h"
#include "attribution/resolve.h"
#include "attribution/statement.h"
#include "attribution/untrue.h"

namespace counterclaim {

namespace {

// False: nothing in the sentence cites anybody, be it a cue, a colon or a dash, "had 865 deaths"
// or "treated 40 wounded".
bool MayCite(const Text& text, const Sentence& sentence) {
  if (sentence.bits & kScanPart) return true;
  const CueRules& cues = text.language.cues;
  const auto& tokens = text.layer.tokens;
  const std::uint32_t end = sentence.end_token;
  for (std::uint32_t at = sentence.first_token; at < end; ++at) {
    const WordId word = tokens[at].word;
    const std::string_view mark = text.Words(tokens[at].span);
    if ((mark == "-" && tokens[at].space_before) || mark == "–" || mark == "—" || mark == ":")
      return true;
    if ((cues.Word(word) & (kHaveWord | kHandleWord)) && (sentence.bits & kScanQuantity))
      return true;
    if (!(tokens[at].bits & kScanCue)) continue;
    if (cues.verbs.GoesOn(word) || cues.verbs.Longest(tokens, at, end).length > 0 ||
        cues.nouns.Longest(tokens, at, end).length > 0 ||
        cues.before.Longest(tokens, at, end).length > 0 ||
        cues.after.Longest(tokens, at, end).length > 0)
      return true;
  }
  return false;
}

std::vector<SpeechRelation> ReadAll(const Text& text) {
  std::vector<SpeechRelation> all;
  for (std::uint32_t i = 0; i < text.layer.sentences.size(); ++i) {
    const Sentence& sentence = text.layer.sentences[i];
    if (!(sentence.bits & (kScanCue | kScanPart | kScanState))) continue;
    const bool cites = MayCite(text, sentence);
    for (const Passage& passage : cites ? ReadPassages(text, i) : std::vector<Passage>{}) {
      for (SpeechRelation& relation : ReadRelations(text, passage))
        all.push_back(std::move(relation));
    }
    if (auto signature = ReadSignature(text, i)) all.push_back(std::move(*signature));
    const bool told = !all.empty() && all.back().sentence == i;
    if (auto bracket = told ? std::nullopt : ReadBracket(text, i))
      all.push_back(std::move(*bracket));
  }
  return all;
}

std::uint32_t SizeOf(const std::vector<Span>& content) {
  std::uint32_t size = 0;
  for (const Span& span : content) size += span.size();
  return size;
}

bool Holds(const Attribution& outer, const Attribution& inner) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](const Span& span) {
    return inner.source.cue_span && span.Contains(*inner.source.cue_span);
  });
}

// Whether a text, or a paragraph that speaks plainly, tells of a disaster, an
// accident or a crime and not of fighting: the states that count its victims
// are no parties then.
class Calamities {
 public:
  Calamities(const Text& text, const std::string& title, const PartyTable& parties)
      : text_(text), paragraphs_(text.layer.paragraphs.size()) {
    const auto& kinds = text.language.cues.calamity;
    const auto kind_of = [&](WordId word) {
      return word < kinds.size() ? kinds[word] : std::uint8_t{0};
    };
    const Vocabulary& words = text.language.words;
    for (const std::string& word : SplitWords(title))
      Count(kind_of(words.Find(Vocabulary::Fold(word))), &whole_);
    for (const Sentence& sentence : text.layer.sentences) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        const std::uint8_t kind = kind_of(text.layer.tokens[at].word);
        Count(kind, &whole_);
        Count(kind, &paragraphs_[sentence.paragraph]);
      }
    }
    for (const Name& name : text.layer.names) {
      const Party* party = name.party ? parties.Find(Principal(*name.party)) : nullptr;
      groups_ += party && party->kind == PartyKind::kGroup;
    }
    // A group that claims a massacre makes no war of it.
    crime_ = whole_.war + whole_.forces <= kStray && whole_.assault >= kPlain + whole_.war;
    if (!crime_) whole_.war += groups_;
    told_ = !kinds.empty() && text.layer.tokens.size() >= kEnough;
  }

  bool Disaster(std::uint32_t sentence) const {
    const Tally& own = paragraphs_[text_.layer.sentences[sentence].paragraph];
    if (own.disaster >= kPlain && own.war + own.assault == 0) return true;
    if (own.war >= kPlain && own.disaster == 0) return false;
    return whole_.disaster > whole_.war + whole_.assault + whole_.unrest ||
           (whole_.unrest == 0 && told_ && (crime_ || whole_.war + whole_.forces == 0));
  }

 private:
  static constexpr std::size_t kPlain = 2;
  static constexpr std::size_t kStray = 1;    // word of war that the telling of a crime may hold
  static constexpr std::size_t kEnough = 50;  // tokens
  struct Tally {
    std::size_t disaster = 0, war = 0, forces = 0, assault = 0, unrest = 0;
  };
  static void Count(std::uint8_t kind, Tally* tally) {
    tally->disaster += kind == 1;
    tally->war += kind == 2;
    tally->forces += kind == 3;
    tally->assault += kind == 4;
    tally->unrest += kind == 5;
  }

  const Text& text_;
  Tally whole_;
  std::vector<Tally> paragraphs_;
  std::size_t groups_ = 0;
  bool crime_ = false;
  bool told_ = false;  // long enough to have told of fighting
};

void TakeNoSides(std::vector<Attribution>* all, std::size_t first) {
  for (std::size_t i = first; i < all->size(); ++i) {
    Attribution& each = (*all)[i];
    if (each.source.kind != SourceKind::kParty) continue;
    each.source.kind = SourceKind::kThirdParty;
    each.steps.push_back("source: a disaster or accident, so a government counts as third party");
  }
}

Attribution MakeAttribution(const Text& text, const SpeechRelation& relation,
                            SourceResolver* resolver) {
  Attribution attribution;
  attribution.content = relation.content;
  for (const std::uint32_t quotation : relation.quotations) {
    attribution.content.push_back(text.layer.quotations[quotation].span);
  }
  std::sort(attribution.content.begin(), attribution.content.end());
  attribution.carried = relation.carried;
  attribution.earlier = relation.earlier;
  attribution.strength = relation.strength;
  attribution.stance = relation.stance;
  if (!relation.source.empty()) {
    attribution.source = resolver->Resolve(relation.source, relation.sentence, relation.antecedent,
                                           &attribution.steps);
  } else {
    attribution.source.kind = relation.unsourced ? SourceKind::kUnnamed : SourceKind::kThirdParty;
  }
  attribution.source.cue_span = relation.cue;
  attribution.source.cue = std::string(text.Words(relation.cue));
  for (const Span& relay : relation.relays) {
    std::vector<std::string> unused;
    attribution.chain.push_back(resolver->Hearer(relay, relation.sentence, &unused));
  }
  return attribution;
}

// Who stands around the attributions of one sentence: "the army said the group
// had claimed" gives the group, with the army in its chain. "Allegedly" inside
// what somebody says leaves that speaker the source.
void Nest(std::vector<Attribution>* all, std::size_t first) {
  std::vector<std::vector<std::size_t>> outer(all->size() - first);
  for (std::size_t i = first; i < all->size(); ++i) {
    for (std::size_t k = first; k < all->size() && k < first + 32; ++k) {
      if (k != i && Holds((*all)[k], (*all)[i]) && !Holds((*all)[i], (*all)[k]))
        outer[i - first].push_back(k);
    }
    std::sort(outer[i - first].begin(), outer[i - first].end(), [&](std::size_t a, std::size_t b) {
      return SizeOf((*all)[a].content) > SizeOf((*all)[b].content);
    });
  }
  for (std::size_t i = first; i < all->size(); ++i) {
    Attribution& inner = (*all)[i];
    std::vector<Source> chain;
    for (const std::size_t k : outer[i - first]) {
      if ((*all)[k].source.span) chain.push_back((*all)[k].source);
    }
    if (chain.empty()) continue;
    if (!inner.source.span) {
      const auto cue = inner.source.cue;
      const auto cue_span = inner.source.cue_span;
      inner.source = chain.back();
      inner.source.cue = cue;
      inner.source.cue_span = cue_span;
      chain.pop_back();
    } else if (inner.source.party && chain.back().party &&
               Principal(*inner.source.party) != Principal(*chain.back().party) &&
               chain.back().kind == SourceKind::kParty) {
      inner.strength = Strength::kAlleged;
    }
    inner.chain.insert(inner.chain.begin(), chain.begin(), chain.end());
  }
}

// What a party publishes itself it says, where nobody else is named: all of the
// text from sentence `from` on.
void AddStatement(const Text& text, const Source& source, std::uint32_t from,
                  const std::string& step, const Calamities& calamities,
                  std::vector<Attribution>* all) {
  for (const Paragraph& paragraph : text.layer.paragraphs) {
    const std::uint32_t first = std::max(paragraph.first_sentence, from);
    if (paragraph.span.empty() || first >= paragraph.end_sentence) continue;
    Attribution own;
    own.content.push_back({text.layer.sentences[first].span.begin, paragraph.span.end});
    own.source = source;
    own.statement = true;
    own.steps.push_back(step);
    all->push_back(std::move(own));
    if (calamities.Disaster(first)) TakeNoSides(all, all->size() - 1);
  }
}

// "The general staff informs the public of the following.": the relation that
// opens a text which is a statement as a whole; null where none does.
const SpeechRelation* Opening(const std::vector<SpeechRelation>& relations) {
  constexpr std::uint32_t kTop = 3;  // sentences: a dateline or a greeting may come first
  for (const SpeechRelation& relation : relations) {
    if (relation.sentence >= kTop) return nullptr;
    if (relation.opens && !relation.inside && !relation.source.empty()) return &relation;
  }
  return nullptr;
}

}  // namespace

Attributions FindAttributions(const Document& document, std::string_view words,
                              const TextLayer& layer, const Rulebook& rulebook,
                              const Language& language, const Stakes& stakes) {
  const Text text{words, layer, language};
  Attributions found;
  std::vector<SpeechRelation> relations = ReadAll(text);
  SourceResolver resolver(document, text, rulebook, stakes);
  const std::optional<Source> publisher = resolver.Publisher();
  const SpeechRelation* opening = publisher ? nullptr : Opening(relations);
  CarrySources(text, publisher.has_value() || opening, &relations);
  const Calamities calamities(text, document.title.value_or(""), rulebook.parties);
  std::vector<Attribution>& all = found.attributions;
  std::size_t first = 0;
  Source stated;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    all.push_back(MakeAttribution(text, relations[i], &resolver));
    if (&relations[i] == opening) stated = all.back().source;
    if (i + 1 < relations.size() && relations[i + 1].sentence == relations[i].sentence) continue;
    Nest(&all, first);
    DenyUntrue(text, relations[i].sentence, first, &all);
    if (calamities.Disaster(relations[i].sentence)) TakeNoSides(&all, first);
    first = all.size();
  }
  if (publisher) {
    AddStatement(text, *publisher, 0, "source: a body publishes the text itself", calamities, &all);
    DenyBefore(text, *publisher, &all);
  } else if (const auto head = opening ? std::nullopt : Letterhead(text, rulebook)) {
    std::vector<std::string> steps;
    AddStatement(text, resolver.Resolve(*head, 0, std::nullopt, &steps), 0,
                 "source: the text begins or ends with the name of the body that issues it",
                 calamities, &all);
  } else if (const Source* sole =
                 opening ? nullptr
                         : SoleSpeaker(text, document.title.value_or(""), all, rulebook)) {
    AddStatement(text, Source(*sole), 0, "source: the title names the only one who speaks",
                 calamities, &all);
  } else if (opening) {
    AddStatement(text, stated, opening->sentence,
                 "source: the first sentences make the text a statement", calamities, &all);
  }
  std::stable_sort(all.begin(), all.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front() < b.content.front();
  });
  found.rejections = FindRejections(text, rulebook, found);
  return found;
}

}  // namespace counterclaim
