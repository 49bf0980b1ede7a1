#include <nlohmann/json.hpp>

#include "model/json.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

// Reads the members of one object, keeping the first thing that is wrong.
// Nothing here throws: every type is asked for before it is taken.
class Reader {
 public:
  Reader(const Json& json, std::string where, std::string* problem)
      : json_(&json), where_(std::move(where)), problem_(problem) {
    if (!json.is_object()) Fail("", "an object");
  }

  const Json* Find(const char* key) const {
    if (!json_->is_object()) return nullptr;
    const auto found = json_->find(key);
    return found == json_->end() || found->is_null() ? nullptr : &*found;
  }

  void Read(const char* key, std::string* out, bool required = false) {
    const Json* value = Find(key);
    if (value == nullptr ? required : !value->is_string()) return Fail(key, "a text");
    if (value != nullptr) *out = value->get<std::string>();
  }
  void Read(const char* key, std::optional<std::string>* out) {
    std::string text;
    Read(key, &text);
    if (Find(key) != nullptr) *out = text;
  }
  template <typename Tag>
  void Read(const char* key, Id<Tag>* out, bool required = false) {
    Read(key, &out->text, required);
  }
  template <typename Tag>
  void Read(const char* key, std::optional<Id<Tag>>* out) {
    std::optional<std::string> text;
    Read(key, &text);
    if (text) *out = Id<Tag>(*text);
  }
  void Read(const char* key, bool* out) {
    const Json* value = Find(key);
    if (value == nullptr) return;
    if (!value->is_boolean()) return Fail(key, "true or false");
    *out = value->get<bool>();
  }
  template <typename Whole>
  void ReadWhole(const char* key, Whole* out) {
    const Json* value = Find(key);
    if (value == nullptr) return;
    if (!Unsigned(*value, std::numeric_limits<Whole>::max())) return Fail(key, "a whole number");
    *out = value->get<Whole>();
  }
  void Read(const char* key, Span* out, bool required = false) {
    const Json* value = Find(key);
    if (value == nullptr ? required : !ReadSpan(*value, out)) Fail(key, "[begin, end]");
  }
  void Read(const char* key, std::optional<Span>* out) {
    Span span;
    Read(key, &span);
    if (Find(key) != nullptr) *out = span;
  }
  void Read(const char* key, std::vector<Span>* out) {
    const Json* value = Find(key);
    if (value == nullptr) return;
    if (!value->is_array()) return Fail(key, "a list of [begin, end]");
    for (const Json& item : *value) {
      if (!ReadSpan(item, &out->emplace_back())) Fail(key, "a list of [begin, end]");
    }
  }
  void Read(const char* key, Interval* out) {
    const Json* value = Find(key);
    const auto whole = [](const Json& json) {
      return json.is_number_integer() &&
             (json.is_number_unsigned() ? json.get<std::uint64_t>() < kLimit
                                        : json.get<std::int64_t>() >= 0);
    };
    if (value == nullptr || !value->is_array() || value->size() != 2 || !whole((*value)[0]) ||
        !((*value)[1].is_null() || whole((*value)[1]))) {
      return Fail(key, "[low, high]");
    }
    out->low = (*value)[0].get<std::int64_t>();
    out->high = (*value)[1].is_null() ? kNoLimit : (*value)[1].get<std::int64_t>();
    if (out->low > out->high) Fail(key, "[low, high] with low <= high");
  }
  void ReadDay(const char* key, Day* out) {
    std::string text;
    Read(key, &text, true);
    const auto day = ParseIsoDay(text);
    if (!day) return Fail(key, "a day such as 2025-10-18");
    *out = *day;
  }
  void Read(const char* key, std::optional<DayRange>* out) {
    if (Find(key) == nullptr) return;
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
    std::optional<std::string> text;
    Read(key, &text);
    if (!text) return;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (ToText(static_cast<E>(i)) == *text) {
        *out = static_cast<E>(i);
        return;
      }
    }
    Fail(key, "one of the values that OUTPUT.md lists, not \"" + text->substr(0, 40) + "\"");
  }
  Reader Inside(const char* key) const {
    static const Json kEmpty = Json::object();
    const Json* value = Find(key);
    return Reader(value == nullptr ? kEmpty : *value, Name(key), problem_);
  }
  std::vector<Reader> List(const char* key) {
    std::vector<Reader> readers;
    const Json* value = Find(key);
    if (value == nullptr) return readers;
    if (!value->is_array())
      Fail(key, "a list");
    else
      for (const Json& item : *value) readers.emplace_back(item, Name(key), problem_);
    return readers;
  }
  void Fail(const std::string& key, const std::string& expected) {
    if (problem_->empty()) *problem_ = "`" + Name(key) + "` must be " + expected;
  }

 private:
  static constexpr std::uint64_t kLimit = static_cast<std::uint64_t>(kNoLimit);
  static bool Unsigned(const Json& json, std::uint64_t max) {
    return json.is_number_unsigned() && json.get<std::uint64_t>() <= max;
  }
  static bool ReadSpan(const Json& json, Span* out) {
    constexpr auto kMax = std::numeric_limits<std::uint32_t>::max();
    if (!json.is_array() || json.size() != 2 || !Unsigned(json[0], kMax) ||
        !Unsigned(json[1], kMax))
      return false;
    *out = {json[0].get<std::uint32_t>(), json[1].get<std::uint32_t>()};
    return out->begin <= out->end;
  }
  std::string Name(const std::string& key) const {
    return where_.empty() || key.empty() ? where_ + key : where_ + "." + key;
  }

  const Json* json_;
  std::string where_;
  std::string* problem_;
};

void ReadParticipant(Reader reader, Participant* out, std::optional<std::string>* text) {
  reader.Read("text", text);
  reader.Read("span", &out->span);
  reader.Read("category", &out->category);
  reader.Read("party", &out->party);
  reader.Read("resolved", &out->resolved);
  if (const Json* parties = reader.Find("union_with"); parties != nullptr && parties->is_array()) {
    for (const Json& party : *parties) {
      if (party.is_string())
        out->union_with.emplace_back(party.get<std::string>());
      else
        reader.Fail("union_with", "a list of parties");
    }
  }
}

void ReadSource(Reader reader, Source* out) {
  reader.ReadEnum("kind", SourceKind::kUnnamed, &out->kind);
  reader.Read("party", &out->party);
  reader.Read("text", &out->text);
  reader.Read("span", &out->span);
  reader.Read("cue", &out->cue);
  reader.Read("cue_span", &out->cue_span);
  reader.Read("body", &out->body);
  if (reader.Find("person") != nullptr) {
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
  if (const Json* value = reader.Find("value")) {
    if (value->is_number())
      q.value = value->get<double>();
    else
      reader.Fail("value", "a number");
  }
  for (Reader& each : reader.List("readings")) {
    Reading reading;
    each.Read("convention", &reading.convention, true);
    each.Read("hard", &reading.hard);
    each.Read("soft", &reading.soft);
    q.readings.push_back(reading);
  }
}

void ReadWhenAndPlace(const Reader& reader, Claim* claim) {
  if (reader.Find("when") != nullptr) {
    std::optional<DayRange> days;
    Reader(reader).Read("when", &days);
    claim->when.emplace();
    if (days) claim->when->days = *days;
    reader.Inside("when").Read("text", &claim->when->text);
    reader.Inside("when").Read("span", &claim->when->span);
  }
  if (reader.Find("place") != nullptr) {
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

}  // namespace

std::string FromJson(const Json& json, Claim* out) {
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
  if (reader.Find("actor") != nullptr) {
    ReadParticipant(reader.Inside("actor"), &out->actor.emplace(), &out->actor_text);
  }
  ReadSource(reader.Inside("source"), &out->source);
  for (Reader& link : reader.Inside("source").List("chain"))
    ReadSource(link, &out->chain.emplace_back());
  reader.ReadEnum("stance", Stance::kQuestioned, &out->stance);
  reader.ReadEnum("strength", Strength::kUnattributed, &out->strength);
  reader.ReadEnum("stake", Stake::kNeutral, &out->stake);
  reader.ReadEnum("scope", Scope::kUnknown, &out->scope);
  reader.Read("said", &out->said);
  if (reader.Find("said_order") != nullptr)
    reader.ReadWhole("said_order", &out->said_order.emplace());
  if (reader.Find("earlier") != nullptr) reader.Read("earlier", &out->earlier);
  ReadWhenAndPlace(reader, out);
  reader.Read("part_of", &out->part_of);
  if (reader.Find("open_part") != nullptr) reader.Read("open_part", &out->open_part);
  reader.Read("rule", &out->rule);
  reader.Read("outlet", &out->outlet);
  reader.Read("sentence_text", &out->sentence_text);
  return problem;
}

std::string FromJson(const Json& json, Document* out) {
  std::string problem;
  Reader reader(json, "", &problem);
  reader.Read("id", &out->id, true);
  reader.Read("path", &out->path);
  reader.Read("source", &out->source);
  if (reader.Find("date") != nullptr) reader.ReadDay("date", &out->date.emplace());
  reader.ReadEnum("date_from", DateFrom::kPost, &out->date_from);
  reader.Read("title", &out->title);
  reader.Read("url", &out->url);
  reader.Read("lang", &out->lang);
  reader.ReadWhole("bytes", &out->bytes);
  reader.Read("sha256", &out->sha256);
  for (Reader& each : reader.List("repeats")) {
    Repeat repeat;
    each.Read("span", &repeat.span, true);
    const Json* of = each.Find("of");
    if (of != nullptr && of->is_string()) {
      repeat.of = ArticleId(of->get<std::string>());
    } else {
      Span span;
      each.Read("of", &span, true);
      repeat.of = span;
    }
    out->repeats.push_back(repeat);
  }
  return problem;
}

}  // namespace counterclaim
