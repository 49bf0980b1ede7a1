#include "text/language.h"

#include "text/characters.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kRead = 8192;  // bytes that tell the language

// How many of the first words are function words of the language.
std::size_t CountSmallWords(std::string_view text, const Language& language) {
  const auto end = static_cast<std::uint32_t>(text.size());
  std::size_t count = 0;
  for (std::uint32_t at = 0; at < end;) {
    const Character c = CharacterAt(text, at, end);
    if (!IsLetter(c.code)) {
      at = c.next;
      continue;
    }
    const std::uint32_t next = WordEnd(text, at, end);
    const WordId word = language.words.Find(Vocabulary::Fold(text.substr(at, next - at)));
    count += word != kUnknownWord && language.syntax.ClassOf(word) != 0;
    at = next > at ? next : c.next;
  }
  return count;
}

}  // namespace

const Language* GuessLanguage(std::string_view text, const Rulebook& rulebook) {
  const Language* best = nullptr;
  std::size_t most = 0;
  for (const auto& language : rulebook.languages) {
    const std::size_t count = CountSmallWords(text.substr(0, kRead), *language);
    const bool better =
        !best || count > most || (count == most && language->text.fallback && !best->text.fallback);
    if (better) best = language.get(), most = count;
  }
  return best;
}

}  // namespace counterclaim
