// "The army: nine were hurt.", "Nine hurt in a raid: army": who tells it stands apart.
#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestLabel = 12;  // items
constexpr std::uint32_t kLongestTail = 7;

}  // namespace

bool RelationReader::Speaks(Range range) const {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const bool passes = At(i).word() ? !At(i).number && !At(i).Is(kStateWord | kFigureWord)
                                     : MarkAt(i, Mark::kComma);
    if (!passes) return false;
  }
  return !range.empty() && NoVerb(range.first, range.end) && (IsVoice(range) || NamesBody(range));
}

// "IDF spokesman: ...", "Omar Hale, governor of Tarn, on a channel: ..." before what the rest of
// the paragraph tells.
void RelationReader::Label() {
  const TextLayer& layer = text_.layer;
  const Sentence& sentence = layer.sentences[passage_.sentence];
  if (passage_.inside || layer.paragraphs[sentence.paragraph].first_sentence != passage_.sentence)
    return;
  std::uint32_t colon = 0;
  while (colon < End() && colon < kLongestLabel && !MarkAt(colon, Mark::kColon)) ++colon;
  if (!MarkAt(colon, Mark::kColon) || colon == 0 || At(0).Is(kPrepositionWord)) return;
  // "Soldiers: 12. Police: 5."
  const bool cell = NumberAt(colon + 1) && (colon + 2 >= End() || !At(colon + 2).word());
  if (colon + 1 >= End() || cell || Told(colon + 1)) return;
  Range source{0, colon};
  for (std::uint32_t i = 1; i + 1 < colon; ++i) {  // "on a channel"
    if (At(i).Is(kPrepositionWord) && !At(i).Is(kOfWord) && !IsVoice({i + 1, colon}) &&
        Speaks({0, i})) {
      source.end = i;
      break;
    }
  }
  for (std::uint32_t i = 1; i < source.end; ++i) {  // "The plan of the army: ..."
    const bool inside = HasName(source, [&](const Name& name) {
      return name.first_token <= At(i).first && At(i).first < name.end_token;
    });
    if (At(i).Is(kPrepositionWord) && !inside && !IsVoice({0, i})) return;
  }
  // "Editor's note: ...", but "the health ministry's daily report: ..."
  const bool document = phrases_.IsDocument(source);
  if (!Speaks(source) || (document && !NamesParty(source))) return;
  Say(colon, source, {colon + 1, End()}).labels = true;
}

// "35 freed, 12 missing: army", "Nine hurt in Tarn - ministry": a line that ends with who says it.
void RelationReader::Trailer() {
  if (passage_.inside || size() == 0 || End() != size()) return;
  std::uint32_t mark = size() - 1;
  while (mark > 0 && size() - mark <= kLongestTail && At(mark).word()) --mark;
  const bool colon = MarkAt(mark, Mark::kColon);
  const Range source{mark + 1, size()};
  if (mark < 2 || !(colon || MarkAt(mark, Mark::kDash)) || Told(mark - 1)) return;
  if (!Speaks(source) && !(colon && source.size() == 1 && NamesParty(source))) return;
  const bool counts = std::any_of(passage_.items.begin(), passage_.items.begin() + mark,
                                  [](const PassageItem& item) { return item.number; });
  if (!counts) return;
  Say(mark, source, {0, mark}).start = mark;
}

}  // namespace counterclaim
