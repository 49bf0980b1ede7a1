#include "mention/mention.h"

#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

// "Nine officers were hurt", in a text that tells of police and of no soldiers.
class Officers {
 public:
  Officers(const TextLayer& layer, const Taxonomy& taxonomy, const FrameRules& frames)
      : layer_(layer), taxonomy_(taxonomy), frames_(frames) {}

  void Tell(std::vector<Mention>* mentions) {
    for (Mention& mention : *mentions) {
      const ObjectNoun* noun = NounOf(mention.object);
      if (noun && OnlyHere(*noun)) mention.object.category = noun->where;
    }
  }

 private:
  // The noun of one word that gave those counted their category; null: another one.
  const ObjectNoun* NounOf(const Participant& object) const {
    if (!object.category) return nullptr;
    const auto& tokens = layer_.tokens;
    const auto first = std::lower_bound(
        tokens.begin(), tokens.end(), object.span.begin,
        [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    const ObjectNoun* found = nullptr;
    auto at = static_cast<std::uint32_t>(first - tokens.begin());
    std::uint32_t end = at;
    while (end < tokens.size() && tokens[end].span.end <= object.span.end) ++end;
    while (at < end) {  // "army officers" is a noun of its own
      const auto match = frames_.objects.Longest(tokens, at, end);
      at += std::max<std::uint32_t>(match.length, 1);
      if (match.length == 0) continue;
      const ObjectNoun& noun = frames_.object_nouns[match.values->front()];
      if (noun.category == object.category) found = noun.where ? &noun : nullptr;
    }
    return found;
  }

  bool OnlyHere(const ObjectNoun& noun) {
    if (!read_) ReadCategories();
    const bool others = std::any_of(told_.begin(), told_.end(), [&](const CategoryId& each) {
      return each != *noun.where && each != *noun.category && taxonomy_.Fights(each) &&
             !taxonomy_.Rebel(each);
    });
    return !others && std::find(told_.begin(), told_.end(), *noun.where) != told_.end();
  }

  void ReadCategories() {
    read_ = true;
    const auto size = static_cast<std::uint32_t>(layer_.tokens.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      const auto match = frames_.objects.Longest(layer_.tokens, i, std::min(size, i + kLongest));
      if (match.length == 0) continue;
      const auto& category = frames_.object_nouns[match.values->front()].category;
      if (category && std::find(told_.begin(), told_.end(), *category) == told_.end())
        told_.push_back(*category);
    }
  }

  static constexpr std::uint32_t kLongest = 4;  // tokens of a noun

  const TextLayer& layer_;
  const Taxonomy& taxonomy_;
  const FrameRules& frames_;
  std::vector<CategoryId> told_;  // of all nouns of the text
  bool read_ = false;
};

}  // namespace

Mentions FindMentions(std::string_view text, const TextLayer& layer,
                      const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                      const Language& language, bool claims_only) {
  MentionReader reader(text, layer, quantities, rulebook, language, claims_only);
  for (const ChunkedSentence& sentence : layer.chunked) {
    if (!claims_only || reader.MayGive(sentence.sentence)) reader.ReadSentence(sentence);
  }
  Mentions mentions = reader.Finish();
  Officers(layer, rulebook.taxonomy, language.frames).Tell(&mentions.mentions);
  return mentions;
}

}  // namespace counterclaim
