#include "ingest/json_article.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

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

// Past the string that starts at `at`; `json` is known to be well formed.
std::size_t StringEnd(std::string_view json, std::size_t at) {
  for (++at; json[at] != '"'; ++at) at += json[at] == '\\';
  return at + 1;
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

// The escape at `at` and what it stands for.
std::string Unescape(std::string_view json, std::size_t at, std::size_t* length) {
  *length = 2;
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

// The string that starts at `at` (the quotation mark), with its way back.
void AppendString(const Decoded& decoded, std::size_t at, Document* document) {
  const std::string_view json = decoded.text;
  const std::size_t end = StringEnd(json, at) - 1;
  for (++at; at < end;) {
    const std::size_t escape = std::min(json.substr(0, end).find('\\', at), end);
    AppendDecoded(decoded, at, escape, &document->text, &document->offsets);
    if (escape == end) break;
    std::size_t length = 0;
    OffsetPiece piece =
        FindOffset(decoded.offsets, decoded.text, static_cast<std::uint32_t>(escape));
    piece.text = static_cast<std::uint32_t>(document->text.size());
    piece.step = Step::kWhole;
    document->offsets.push_back(piece);
    document->text += Unescape(json, escape, &length);
    at = escape + length;
  }
  // The end of the last word is a place as well.
  OffsetPiece piece = FindOffset(decoded.offsets, decoded.text, static_cast<std::uint32_t>(end));
  piece.text = static_cast<std::uint32_t>(document->text.size());
  document->offsets.push_back(piece);
}

}  // namespace

bool ReadJsonArticle(const Decoded& decoded, std::size_t begin, std::size_t end, Document* document,
                     std::vector<Diagnostic>* problems) {
  const std::string_view one = std::string_view(decoded.text).substr(begin, end - begin);
  const auto place = [&](std::size_t offset) {
    return FindOffset(decoded.offsets, decoded.text, static_cast<std::uint32_t>(begin + offset));
  };
  Json json;
  try {
    json = Json::parse(one);
  } catch (const Json::parse_error& error) {
    const std::size_t bad = error.byte > 0 ? error.byte - 1 : 0;
    problems->push_back(
        Problem(*document, place(std::min(bad, one.size())), "not JSON from here on"));
    return false;
  }
  const auto text = json.is_object() ? json.find("text") : json.end();
  if (!json.is_object() || text == json.end() || !text->is_string()) {
    problems->push_back(
        Problem(*document, place(0),
                json.is_object() ? "this object has no `text`" : "this is no JSON object"));
    return false;
  }
  if (const auto lang = json.find("lang"); lang != json.end() && lang->is_string())
    document->lang = lang->get<std::string>();
  for (const std::string& key : kArticleKeys) {
    const auto value = json.find(key);
    if (value == json.end() || !value->is_string() ||
        SetMetadata(key, value->get<std::string>(), document))
      continue;
    problems->push_back(Problem(*document, place(0), "the date of this article cannot be read"));
    problems->back().code = "I007";
    problems->back().hint = "write it as 2025-10-18";
    problems->back().level = DiagnosticLevel::kWarning;
  }
  AppendString(decoded, begin + FindText(one), document);
  return true;
}

}  // namespace counterclaim
