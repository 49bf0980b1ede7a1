#include <simdjson.h>

#include "model/json_line.h"

namespace counterclaim {

namespace {

using Json = simdjson::dom::element;

constexpr std::size_t kLongest = std::size_t{64} << 20;  // bytes of one line
constexpr char kNoObject[] = "not a JSON object";

// Reads the members of one object, keeping the first thing that is wrong; of no
// object, nothing.
class Reader {
 public:
  Reader(const std::optional<Json>& json, std::string where, std::string* problem)
      : where_(std::move(where)), problem_(problem) {
    if (!json) return;
    simdjson::dom::object object;
    if (json->get(object) == simdjson::SUCCESS)
      object_ = object;
    else
      Fail("", "an object");
  }

  std::optional<Json> Find(std::string_view key) const {
    Json value;
    if (!object_ || object_->at_key(key).get(value) != simdjson::SUCCESS || value.is_null())
      return std::nullopt;
    return value;
  }
  bool Has(std::string_view key) const { return Find(key).has_value(); }

  void Read(const char* key, std::string* out, bool required = false) {
    const auto value = Find(key);
    std::string_view text;
    if (value ? value->get(text) != simdjson::SUCCESS : required) return Fail(key, "a text");
    if (value) *out = text;
  }
  void Read(const char* key, std::optional<std::string>* out) {
    if (Has(key)) Read(key, &out->emplace());
  }
  template <typename Tag>
  void Read(const char* key, Id<Tag>* out, bool required = false) {
    Read(key, &out->text, required);
  }
  template <typename Tag>
  void Read(const char* key, std::optional<Id<Tag>>* out) {
    if (Has(key)) Read(key, &out->emplace().text);
  }
  void Read(const char* key, bool* out) {
    const auto value = Find(key);
    if (value && value->get(*out) != simdjson::SUCCESS) Fail(key, "true or false");
  }
  template <typename Whole>
  void ReadWhole(const char* key, Whole* out) {
    const auto value = Find(key);
    if (!value) return;
    const auto whole = Unsigned(*value, std::numeric_limits<Whole>::max());
    if (!whole) return Fail(key, "a whole number");
    *out = static_cast<Whole>(*whole);
  }
  void Read(const char* key, Span* out, bool required = false) {
    const auto value = Find(key);
    if (!value ? required : !ReadSpan(*value, out)) Fail(key, "[begin, end]");
  }
  void Read(const char* key, std::optional<Span>* out) {
    if (Has(key)) Read(key, &out->emplace());
  }
  void Read(const char* key, std::vector<Span>* out) {
    const auto value = Find(key);
    if (!value) return;
    simdjson::dom::array array;
    if (value->get(array) != simdjson::SUCCESS) return Fail(key, "a list of [begin, end]");
    for (const Json item : array) {
      if (!ReadSpan(item, &out->emplace_back())) Fail(key, "a list of [begin, end]");
    }
  }
  void Read(const char* key, Interval* out) {
    const auto value = Find(key);
    Json low, high;
    if (!value || !Two(*value, &low, &high)) return Fail(key, "[low, high]");
    const auto least = Unsigned(low, kLimit - 1);
    const auto most = high.is_null() ? std::optional(kLimit) : Unsigned(high, kLimit - 1);
    if (!least || !most) return Fail(key, "[low, high]");
    out->low = static_cast<std::int64_t>(*least);
    out->high = static_cast<std::int64_t>(*most);
    if (out->low > out->high) Fail(key, "[low, high] with low <= high");
  }
  void Read(const char* key, std::optional<double>* out) {
    const auto value = Find(key);
    if (value && value->get(out->emplace()) != simdjson::SUCCESS) Fail(key, "a number");
  }
  void ReadDay(const char* key, Day* out) {
    std::string text;
    Read(key, &text, true);
    const auto day = ParseIsoDay(text);
    if (!day) return Fail(key, "a day such as 2025-10-18");
    *out = *day;
  }
  void Read(const char* key, std::optional<DayRange>* out) {
    if (!Has(key)) return;
    Reader days = Inside(key);
    DayRange range;
    days.ReadDay("first", &range.first);
    days.ReadDay("last", &range.last);
    if (range.last < range.first) Fail(key, "first <= last");
    *out = range;
  }
  // The value of the enumeration that is printed as the text found.
  template <typename E>
  void ReadEnum(const char* key, E last, E* out) {
    static const std::vector<std::string> kNames = [last] {
      std::vector<std::string> names;
      for (int i = 0; i <= static_cast<int>(last); ++i) names.push_back(ToText(static_cast<E>(i)));
      return names;
    }();
    std::optional<std::string> text;
    Read(key, &text);
    if (!text) return;
    const auto at = std::find(kNames.begin(), kNames.end(), *text);
    if (at == kNames.end())
      return Fail(key,
                  "one of the values that OUTPUT.md lists, not \"" + text->substr(0, 40) + "\"");
    *out = static_cast<E>(at - kNames.begin());
  }
  Reader Inside(const char* key) const { return Reader(Find(key), Name(key), problem_); }
  std::vector<Reader> List(const char* key) {
    std::vector<Reader> readers;
    for (const Json item : Items(key, "a list")) readers.emplace_back(item, Name(key), problem_);
    return readers;
  }
  void ReadTexts(const char* key, const char* expected, std::vector<PartyId>* out) {
    for (const Json item : Items(key, expected)) {
      std::string_view text;
      if (item.get(text) != simdjson::SUCCESS) return Fail(key, expected);
      out->emplace_back(std::string(text));
    }
  }
  void Fail(const std::string& key, const std::string& expected) {
    if (problem_->empty()) *problem_ = "`" + Name(key) + "` must be " + expected;
  }

 private:
  static constexpr std::uint64_t kLimit = static_cast<std::uint64_t>(kNoLimit);

  static std::optional<std::uint64_t> Unsigned(const Json& json, std::uint64_t max) {
    std::uint64_t value = 0;
    if (json.get(value) != simdjson::SUCCESS || value > max) return std::nullopt;
    return value;
  }
  static bool Two(const Json& json, Json* first, Json* second) {
    simdjson::dom::array array;
    if (json.get(array) != simdjson::SUCCESS) return false;
    auto item = array.begin();
    if (item == array.end()) return false;
    *first = *item;
    if (!(++item != array.end())) return false;
    *second = *item;
    return !(++item != array.end());
  }
  static bool ReadSpan(const Json& json, Span* out) {
    constexpr auto kMax = std::numeric_limits<std::uint32_t>::max();
    Json first, second;
    if (!Two(json, &first, &second)) return false;
    const auto begin = Unsigned(first, kMax), end = Unsigned(second, kMax);
    if (!begin || !end) return false;
    *out = {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
    return out->begin <= out->end;
  }
  std::vector<Json> Items(const char* key, const char* expected) {
    const auto value = Find(key);
    if (!value) return {};
    simdjson::dom::array array;
    if (value->get(array) == simdjson::SUCCESS) return {array.begin(), array.end()};
    Fail(key, expected);
    return {};
  }
  std::string Name(const std::string& key) const {
    return where_.empty() || key.empty() ? where_ + key : where_ + "." + key;
  }

  std::optional<simdjson::dom::object> object_;
  std::string where_;
  std::string* problem_;
};

void ReadParticipant(Reader reader, Participant* out, std::optional<std::string>* text) {
  reader.Read("text", text);
  reader.Read("span", &out->span);
  reader.Read("category", &out->category);
  reader.Read("party", &out->party);
  reader.Read("resolved", &out->resolved);
  reader.ReadTexts("union_with", "a list of parties", &out->union_with);
}

void ReadSource(Reader reader, Source* out) {
  reader.ReadEnum("kind", SourceKind::kUnnamed, &out->kind);
  reader.Read("party", &out->party);
  reader.Read("text", &out->text);
  reader.Read("span", &out->span);
  reader.Read("cue", &out->cue);
  reader.Read("cue_span", &out->cue_span);
  reader.Read("body", &out->body);
  if (reader.Has("person")) {
    out->person.emplace();
    reader.Inside("person").Read("id", &out->person->id, true);
    reader.Inside("person").Read("name", &out->person->name, true);
  }
}

void ReadQuantity(Reader reader, Claim* claim) {
  Quantity& q = claim->quantity;
  reader.Read("text", &claim->quantity_text);
  reader.Read("span", &q.span, true);
  q.number = q.span;
  reader.Read("number", &q.number);
  reader.Read("hard", &q.hard);
  reader.Read("soft", &q.soft);
  reader.Read("approximate", &q.approximate);
  reader.Read("convention", &claim->convention);
  reader.ReadEnum("bound", Bound::kVague, &q.bound);
  reader.Read("increment", &q.increment);
  reader.Read("others", &q.others);
  reader.Read("implicit", &q.implicit);
  reader.Read("value", &q.value);
  for (Reader& each : reader.List("readings")) {
    Reading reading;
    each.Read("convention", &reading.convention, true);
    each.Read("hard", &reading.hard);
    each.Read("soft", &reading.soft);
    q.readings.push_back(reading);
  }
}

void ReadWhenAndPlace(const Reader& reader, Claim* claim) {
  if (reader.Has("when")) {
    std::optional<DayRange> days;
    Reader(reader).Read("when", &days);
    claim->when.emplace();
    if (days) claim->when->days = *days;
    reader.Inside("when").Read("text", &claim->when->text);
    reader.Inside("when").Read("span", &claim->when->span);
  }
  if (reader.Has("place")) {
    Reader place = reader.Inside("place");
    claim->place.emplace();
    place.Read("text", &claim->place->text);
    place.Read("id", &claim->place->id);
    place.Read("town", &claim->place->town);
    place.Read("span", &claim->place->span);
  }
}

void ReadFilePlace(Reader at, FilePlace* out) {
  at.Read("file", &out->file);
  at.ReadWhole("line", &out->line);
  at.ReadWhole("column", &out->column);
  Span raw;
  at.Read("raw_span", &raw);
  out->raw_begin = raw.begin;
  out->raw_end = raw.end;
}

std::string ReadClaim(const Json& json, Claim* out) {
  std::string problem;
  Reader reader(json, "", &problem);
  reader.Read("id", &out->id, true);
  reader.Read("article", &out->article, true);
  reader.Read("lang", &out->lang);
  std::string field = "text";
  reader.Read("field", &field);
  out->in_title = field == "title";
  reader.Read("span", &out->span, true);
  reader.Read("sentence", &out->sentence);
  reader.Read("also", &out->also);
  ReadFilePlace(reader.Inside("at"), &out->at);
  reader.Read("metric", &out->metric, true);
  reader.Read("manner", &out->manner);
  ReadQuantity(reader.Inside("quantity"), out);
  ReadParticipant(reader.Inside("object"), &out->object, &out->object_text);
  if (reader.Has("actor")) {
    ReadParticipant(reader.Inside("actor"), &out->actor.emplace(), &out->actor_text);
  }
  ReadSource(reader.Inside("source"), &out->source);
  for (Reader& link : reader.Inside("source").List("chain"))
    ReadSource(link, &out->chain.emplace_back());
  if (reader.Has("denied_by")) {
    for (Reader& each : reader.List("denied_by")) ReadSource(each, &out->denied_by.emplace_back());
  }
  reader.ReadEnum("stance", Stance::kQuestioned, &out->stance);
  reader.ReadEnum("strength", Strength::kUnattributed, &out->strength);
  reader.ReadEnum("stake", Stake::kNeutral, &out->stake);
  reader.ReadEnum("scope", Scope::kUnknown, &out->scope);
  reader.Read("said", &out->said);
  if (reader.Has("said_order")) reader.ReadWhole("said_order", &out->said_order.emplace());
  if (reader.Has("aside")) reader.Read("aside", &out->aside);
  if (reader.Has("earlier")) reader.Read("earlier", &out->earlier);
  ReadWhenAndPlace(reader, out);
  reader.Read("part_of", &out->part_of);
  if (reader.Has("open_part")) reader.Read("open_part", &out->open_part);
  if (reader.Has("partial")) reader.Read("partial", &out->partial);
  reader.Read("rule", &out->rule);
  reader.Read("outlet", &out->outlet);
  reader.Read("sentence_text", &out->sentence_text);
  return problem;
}

std::string ReadDocument(const Json& json, Document* out) {
  std::string problem;
  Reader reader(json, "", &problem);
  reader.Read("id", &out->id, true);
  reader.Read("path", &out->path);
  reader.Read("source", &out->source);
  if (reader.Has("date")) reader.ReadDay("date", &out->date.emplace());
  reader.ReadEnum("date_from", DateFrom::kPost, &out->date_from);
  reader.Read("title", &out->title);
  reader.Read("url", &out->url);
  reader.Read("dateline", &out->dateline);
  reader.Read("lang", &out->lang);
  reader.ReadWhole("bytes", &out->bytes);
  reader.Read("sha256", &out->sha256);
  for (Reader& each : reader.List("repeats")) {
    Repeat repeat;
    each.Read("span", &repeat.span, true);
    const auto of = each.Find("of");
    if (of && of->is_string()) {
      each.Read("of", &repeat.of.emplace<ArticleId>(), true);
    } else {
      Span span;
      each.Read("of", &span, true);
      repeat.of = span;
    }
    out->repeats.push_back(repeat);
  }
  return problem;
}

}  // namespace

struct JsonLine::Parser {
  simdjson::dom::parser parser{kLongest};
  std::optional<Json> json;
};

JsonLine::JsonLine() : parser_(std::make_unique<Parser>()) {}
JsonLine::~JsonLine() = default;

bool JsonLine::Parse(std::string_view line) {
  Json json;
  parser_->json.reset();
  const auto error = parser_->parser.parse(line.data(), line.size()).get(json);
  if (error != simdjson::SUCCESS || !json.is_object()) return false;
  parser_->json = json;
  return true;
}

bool JsonLine::Has(std::string_view key) const {
  return parser_->json && parser_->json->at_key(key).error() == simdjson::SUCCESS;
}

std::string JsonLine::Read(Claim* out) const {
  return parser_->json ? ReadClaim(*parser_->json, out) : kNoObject;
}

std::string JsonLine::Read(Document* out) const {
  return parser_->json ? ReadDocument(*parser_->json, out) : kNoObject;
}

namespace {

template <typename Object>
std::string ReadOne(std::string_view line, Object* out) {
  JsonLine json;
  return json.Parse(line) ? json.Read(out) : kNoObject;
}

}  // namespace

std::string FromLine(std::string_view line, Claim* out) {
  return ReadOne(line, out);
}

std::string FromLine(std::string_view line, Document* out) {
  return ReadOne(line, out);
}

}  // namespace counterclaim
