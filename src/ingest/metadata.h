#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/diagnostic.h"
#include "model/document.h"

namespace counterclaim {

// The keys that an article's JSON or front matter may carry.
extern const std::vector<std::string> kArticleKeys;

// Sets one of kArticleKeys; other keys are left alone. A date that cannot be
// read stays unset: false.
bool SetMetadata(const std::string& key, const std::string& value,
                 const std::vector<std::string>& languages, Document* document);

// "sorce" -> "source"; "" for a key that is known or far from every known one.
std::string MistypedKey(const std::string& key);

// ISO dates and times, RFC 2822, and the common forms of the languages that name
// the month; never a form that could be read as day-month or month-day.
std::optional<Day> ParseDate(std::string_view text, const std::vector<std::string>& languages);

// Reads the front matter between `---` lines at the start of `text` into
// `document`; gives the offset of the text after it, 0 when there is none.
// Problems carry the lines of the file; I006 where it never ends, I007 a date
// that cannot be read, I008 a key that looks mistyped (the last two warn).
std::size_t ReadFrontMatter(const std::string& text, const std::vector<std::string>& languages,
                            Document* document, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
