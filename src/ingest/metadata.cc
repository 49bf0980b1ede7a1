#include "ingest/metadata.h"

#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <cmath>

#include "rulebook/yaml.h"

namespace counterclaim {

namespace {

Diagnostic Problem(const std::string& code, const FilePosition& at, const std::string& message,
                   const std::string& hint) {
  Diagnostic problem;
  problem.code = code;
  problem.at = at;
  problem.message = message;
  problem.hint = hint;
  return problem;
}

// Offset just past the line that closes the front matter; npos without one.
std::size_t ClosingLine(const std::string& text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line == "---" || line == "...") return std::min(end + 1, text.size());
    at = end + 1;
  }
  return std::string::npos;
}

bool LooksLikeKey(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
         });
}

void ReadKeys(const YamlFile& file, const std::vector<std::string>& languages, Document* document,
              std::vector<Diagnostic>* problems) {
  if (file.root.type == YamlNode::Type::kNull) return;
  YamlReader reader(file, file.root, problems);
  for (const auto& [key, value] : file.root.map) {
    const bool known =
        std::find(kArticleKeys.begin(), kArticleKeys.end(), key.scalar) != kArticleKeys.end();
    if (known) {
      const auto text = reader.String(key.scalar);
      if (!text || SetMetadata(key.scalar, *text, languages, document)) continue;
      reader.Problem("I007", value, "this date cannot be read", "write it as 2025-10-18");
    } else if (const std::string near = MistypedKey(key.scalar); !near.empty()) {
      reader.Problem("I008", key, "unknown key `" + key.scalar + "` is ignored",
                     "did you mean `" + near + "`?");
    } else {
      continue;
    }
    problems->back().level = DiagnosticLevel::kWarning;
  }
}

}  // namespace

const std::vector<std::string> kArticleKeys = {"id", "title", "source", "date", "url", "lang"};

std::string MistypedKey(const std::string& key) {
  for (const std::string& known : kArticleKeys) {
    if (known.size() > 2 && key != known && key.size() < 20 && EditDistance(key, known) == 1)
      return known;
  }
  return "";
}

std::optional<Day> ParseDate(std::string_view text, const std::vector<std::string>& languages) {
  const std::string_view first = text.substr(0, 10);
  if (text.size() == 10 || (text.size() > 10 && (text[10] == 'T' || text[10] == ' '))) {
    if (const auto day = ParseIsoDay(first)) return day;
  }
  constexpr const char* kForms[] = {"d MMMM y",      "MMMM d y",     "EEEE d MMMM y",
                                    "EEEE MMMM d y", "EEEE MMM d y", "EEEE d MMM y",
                                    "d MMM y",       "MMM d y",      "y/MM/dd"};
  icu::UnicodeString words;
  if (text.size() > 60) return std::nullopt;
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t i = 0; i < all.length(); ++i) {
    if (all[i] != ',' && all[i] != '.') words += all[i];
  }
  for (const std::string& tag : languages) {
    for (const char* form : kForms) {
      UErrorCode code = U_ZERO_ERROR;
      icu::SimpleDateFormat format(form, icu::Locale::forLanguageTag(tag, code), code);
      if (U_FAILURE(code)) continue;
      format.setLenient(false);
      format.adoptTimeZone(icu::TimeZone::createTimeZone("UTC"));
      icu::ParsePosition at(0);
      const UDate date = format.parse(words, at);
      const bool whole = at.getIndex() == words.length() || words.charAt(at.getIndex()) == ' ';
      const double day = std::floor(date / 86400000.0);
      if (at.getIndex() == 0 || !whole || day < -700000 || day > 2900000) continue;
      return Day{static_cast<std::int32_t>(day)};
    }
  }
  return std::nullopt;
}

bool SetMetadata(const std::string& key, const std::string& value,
                 const std::vector<std::string>& languages, Document* document) {
  if (value.empty()) return true;
  if (key == "id") document->id = ArticleId(value);
  if (key == "title") document->title = value;
  if (key == "source") document->source = value;
  if (key == "url") document->url = value;
  if (key == "lang") document->lang = value;
  if (key != "date") return true;
  document->date = ParseDate(value, languages);
  document->date_from = document->date ? DateFrom::kMetadata : DateFrom::kNone;
  return document->date.has_value();
}

std::size_t ReadFrontMatter(const std::string& text, const std::vector<std::string>& languages,
                            Document* document, std::vector<Diagnostic>* problems) {
  const std::size_t first = std::min(text.find('\n'), text.size());
  std::string_view opening = std::string_view(text).substr(0, first);
  while (opening.ends_with(' ')) opening.remove_suffix(1);
  if (opening != "---" || first == text.size()) return 0;
  const std::size_t body = ClosingLine(text, first + 1);
  const std::size_t second = std::min(text.find('\n', first + 1), text.size());
  if (body == std::string::npos) {
    if (!LooksLikeKey(std::string_view(text).substr(first + 1, second - first - 1))) return 0;
    problems->push_back(Problem("I006", {document->path, 1, 1}, "the front matter never ends",
                                "close it with a line `---`"));
    return 0;
  }
  const std::size_t last = text.rfind('\n', body - 2);
  // The opening line is left empty, so that lines count as in the file.
  auto matter = ParseYaml(document->path, "\n" + text.substr(first + 1, last - first));
  if (!matter.ok()) {
    problems->insert(problems->end(), matter.problems().begin(), matter.problems().end());
    return body;
  }
  ReadKeys(*matter, languages, document, problems);
  return body;
}

}  // namespace counterclaim
