#include "text/language.h"

namespace counterclaim {

const Language* FallbackLanguage(const Rulebook& rulebook) {
  for (const auto& language : rulebook.languages) {
    if (language->text.fallback) return language.get();
  }
  return rulebook.languages.empty() ? nullptr : rulebook.languages.front().get();
}

const Language* GuessLanguage(const ScannedText& scanned, const Rulebook& rulebook) {
  const Language* best = nullptr;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rulebook.languages.size(); ++i) {
    const Language* language = rulebook.languages[i].get();
    const std::size_t count = i < scanned.small_words.size() ? scanned.small_words[i] : 0;
    const bool better =
        !best || count > most || (count == most && language->text.fallback && !best->text.fallback);
    if (better) best = language, most = count;
  }
  return best;
}

const Language* GuessLanguage(std::string_view text, const Rulebook& rulebook) {
  const Language* fallback = FallbackLanguage(rulebook);
  return fallback ? GuessLanguage(ScanText(text, *fallback), rulebook) : nullptr;
}

}  // namespace counterclaim
