#include "ingest/json_article.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "ingest/metadata.h"

namespace counterclaim {

namespace {

using Json = nlohmann::json;

Diagnostic Problem(const Document& document, const OffsetPiece& at, std::string message) {
  Diagnostic problem;
  problem.code = "I003";
  problem.at = {document.path, at.line, at.column};
  problem.message = std::move(message);
  problem.hint = "write one whole object with a `text` on each line";
  return problem;
}

// What an article's object says: its known keys, and where the value of `text` begins.
struct Fields {
  std::vector<std::pair<std::string, std::string>> texts;  // the last of a key counts
  std::optional<std::size_t> text;

  const std::string* Find(std::string_view key) const {
    for (auto each = texts.rbegin(); each != texts.rend(); ++each) {
      if (each->first == key) return &each->second;
    }
    return nullptr;
  }
};

// The first byte from `at` on that may not stand in a string as it is: a quotation mark, a
// backslash or a control character; the end where there is none. Eight bytes at a time.
std::size_t FindSpecial(std::string_view json, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u, kHighs = kOnes << 7;
  const auto below = [](std::uint64_t bytes, std::uint64_t limit) {
    return (bytes - kOnes * limit) & ~bytes & kHighs;  // right up to the first such byte
  };
  for (; at + 8 <= json.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, json.data() + at, sizeof bytes);
    const std::uint64_t special =
        below(bytes, 0x20) | below(bytes ^ kOnes * '"', 1) | below(bytes ^ kOnes * '\\', 1);
    if (special == 0) continue;
    if constexpr (std::endian::native != std::endian::little) break;
    return at + static_cast<std::size_t>(std::countr_zero(special)) / 8;
  }
  const auto plain = [](char c) {
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
  };
  while (at < json.size() && plain(json[at])) ++at;
  return at;
}

// Past the string that starts at `at`; `json` is known to be well formed.
std::size_t StringEnd(std::string_view json, std::size_t at) {
  at = FindSpecial(json, at + 1);
  while (json[at] != '"') at = FindSpecial(json, at + (json[at] == '\\' ? 2 : 1));
  return at + 1;
}

std::size_t SkipBlanks(std::string_view json, std::size_t at) {
  while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\r')) ++at;
  return at;
}

bool IsKnown(std::string_view key) {
  return key == "lang" ||
         std::find(kArticleKeys.begin(), kArticleKeys.end(), key) != kArticleKeys.end();
}

// Where the value of the last `text` key of the outermost object begins. Only
// strings matter to the nesting, and the object is known to be well formed.
std::size_t FindText(std::string_view json) {
  std::size_t found = 0;
  int depth = 0;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c != '"') {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      ++at;
      continue;
    }
    const std::size_t end = StringEnd(json, at);
    const std::size_t colon = json.find_first_not_of(" \t\r\n", end);
    const bool key = depth == 1 && colon != json.npos && json[colon] == ':';
    if (key && Json::parse(json.substr(at, end - at)) == "text")
      found = json.find_first_not_of(" \t\r\n", colon + 1);
    at = end;
  }
  return found;
}

// The usual case, read in one pass: an object of strings alone, on one line.
// Nothing for any other object, good or bad.
class FlatReader {
 public:
  explicit FlatReader(std::string_view json) : json_(json) {}

  std::optional<Fields> Read() {
    Fields fields;
    fields.texts.reserve(kArticleKeys.size());
    if (!Take('{')) return std::nullopt;
    do {
      const auto key = ReadString();
      if (!key || escaped_ || !Take(':')) return std::nullopt;
      at_ = SkipBlanks(json_, at_);
      const std::size_t begin = at_;
      const auto value = ReadString();
      if (!value) return std::nullopt;
      if (*key == "text") {
        fields.text = begin;
      } else if (IsKnown(*key)) {
        fields.texts.emplace_back(
            *key, escaped_ ? Json::parse(json_.substr(begin, at_ - begin)).get<std::string>()
                           : std::string(*value));
      }
    } while (Take(','));
    if (!Take('}') || SkipBlanks(json_, at_) != json_.size()) return std::nullopt;
    return fields;
  }

 private:
  bool Take(char mark) {
    at_ = SkipBlanks(json_, at_);
    if (at_ >= json_.size() || json_[at_] != mark) return false;
    ++at_;
    return true;
  }

  // What stands between the quotation marks, escapes as written.
  std::optional<std::string_view> ReadString() {
    escaped_ = false;
    if (!Take('"')) return std::nullopt;
    const std::size_t begin = at_;
    at_ = FindSpecial(json_, at_);
    while (at_ < json_.size() && json_[at_] != '"') {
      if (json_[at_] != '\\' || !SkipEscape()) return std::nullopt;
      at_ = FindSpecial(json_, at_ + 1);
    }
    if (at_ >= json_.size()) return std::nullopt;
    return json_.substr(begin, at_++ - begin);
  }

  // To the last byte of an escape that is sure to be good; surrogates are not.
  bool SkipEscape() {
    constexpr std::string_view kHex = "0123456789abcdefABCDEF";
    escaped_ = true;
    if (++at_ >= json_.size()) return false;
    if (json_[at_] != 'u') return std::string_view("\"\\/bfnrt").find(json_[at_]) != json_.npos;
    if (at_ + 4 >= json_.size() || json_[at_ + 1] == 'd' || json_[at_ + 1] == 'D') return false;
    for (int i = 0; i < 4; ++i) {
      if (kHex.find(json_[++at_]) == kHex.npos) return false;
    }
    return true;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  bool escaped_ = false;  // the last string holds an escape
};

// Any object; throws what the parser throws.
std::optional<Fields> ReadAnyObject(std::string_view one, bool* object) {
  const Json json = Json::parse(one);
  *object = json.is_object();
  const auto text = *object ? json.find("text") : json.end();
  if (!*object || text == json.end() || !text->is_string()) return std::nullopt;
  Fields fields;
  for (const auto& [key, value] : json.items()) {
    if (IsKnown(key) && value.is_string()) fields.texts.emplace_back(key, value.get<std::string>());
  }
  fields.text = FindText(one);
  return fields;
}

// What the escape at `at` stands for.
std::string Unescape(std::string_view json, std::size_t at, std::size_t* length) {
  *length = 2;
  switch (json[at + 1]) {
    case 'n':
      return "\n";
    case '"':
    case '\\':
    case '/':
      return std::string(1, json[at + 1]);
    default:
      break;
  }
  if (json[at + 1] == 'u') {
    *length = 6;
    const char high = json[at + 2], next = json[at + 3];
    const bool lead = (high == 'd' || high == 'D') &&
                      (next == '8' || next == '9' ||
                       std::string_view("abAB").find(next) != std::string_view::npos);
    if (lead) *length = 12;
  }
  std::string text =
      Json::parse("\"" + std::string(json.substr(at, *length)) + "\"").get<std::string>();
  return text == std::string(1, '\0') ? " " : text;
}

// The places of offsets that come in ascending order, each found from the one before.
class Places {
 public:
  Places(const Decoded& decoded, std::size_t first) : decoded_(decoded), near_(1) {
    next_ = std::upper_bound(
        decoded.offsets.begin(), decoded.offsets.end(), first,
        [](std::size_t offset, const OffsetPiece& piece) { return offset < piece.text; });
    if (next_ != decoded.offsets.begin()) near_[0] = *std::prev(next_);
  }

  OffsetPiece At(std::size_t offset) {
    for (; next_ != decoded_.offsets.end() && next_->text <= offset; ++next_) near_[0] = *next_;
    return near_[0] = FindOffset(near_, decoded_.text, static_cast<std::uint32_t>(offset));
  }

  // As AppendDecoded does, from the place of `begin` on.
  void Append(std::size_t begin, std::size_t end, Document* document) {
    if (begin >= end) return;
    const auto shift = static_cast<std::uint32_t>(document->text.size() - begin);
    const auto add = [&](OffsetPiece piece) {
      piece.text += shift;
      document->offsets.push_back(piece);
    };
    add(At(begin));
    for (; next_ != decoded_.offsets.end() && next_->text < end; ++next_) {
      near_[0] = *next_;
      add(near_[0]);
    }
    document->text.append(decoded_.text, begin, end - begin);
  }

 private:
  const Decoded& decoded_;
  std::vector<OffsetPiece>::const_iterator next_;  // begins behind the last offset
  std::vector<OffsetPiece> near_;                  // one: the last place
};

// The string that starts at `at` (the quotation mark), with its way back.
void AppendString(const Decoded& decoded, std::size_t at, Document* document) {
  const std::string_view json = decoded.text;
  const std::size_t end = StringEnd(json, at) - 1;
  document->text.reserve(end - at);
  Places places(decoded, ++at);
  while (at < end) {
    const std::size_t escape = std::min(json.substr(0, end).find('\\', at), end);
    places.Append(at, escape, document);
    if (escape == end) break;
    std::size_t length = 0;
    OffsetPiece piece = places.At(escape);
    piece.text = static_cast<std::uint32_t>(document->text.size());
    piece.step = Step::kWhole;
    document->offsets.push_back(piece);
    document->text += Unescape(json, escape, &length);
    at = escape + length;
  }
  // The end of the last word is a place as well.
  OffsetPiece piece = places.At(end);
  piece.text = static_cast<std::uint32_t>(document->text.size());
  document->offsets.push_back(piece);
}

}  // namespace

bool ReadJsonArticle(const Decoded& decoded, std::size_t begin, std::size_t end,
                     const std::vector<std::string>& languages, Document* document,
                     std::vector<Diagnostic>* problems) {
  const std::string_view one = std::string_view(decoded.text).substr(begin, end - begin);
  const auto place = [&](std::size_t offset) {
    return FindOffset(decoded.offsets, decoded.text, static_cast<std::uint32_t>(begin + offset));
  };
  std::optional<Fields> fields = FlatReader(one).Read();
  if (!fields || !fields->text) {
    bool object = false;
    try {
      fields = ReadAnyObject(one, &object);
    } catch (const Json::parse_error& error) {
      const std::size_t bad = error.byte > 0 ? error.byte - 1 : 0;
      problems->push_back(
          Problem(*document, place(std::min(bad, one.size())), "not JSON from here on"));
      return false;
    }
    if (!fields) {
      problems->push_back(Problem(*document, place(0),
                                  object ? "this object has no `text`" : "this is no JSON object"));
      return false;
    }
  }
  if (const std::string* lang = fields->Find("lang")) document->lang = *lang;
  for (const std::string& key : kArticleKeys) {
    const std::string* value = fields->Find(key);
    if (!value || SetMetadata(key, *value, languages, document)) continue;
    problems->push_back(Problem(*document, place(0), "the date of this article cannot be read"));
    problems->back().code = "I007";
    problems->back().hint = "write it as 2025-10-18";
    problems->back().level = DiagnosticLevel::kWarning;
  }
  AppendString(decoded, begin + *fields->text, document);
  return true;
}

}  // namespace counterclaim
