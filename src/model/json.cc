#include "model/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "model/json_writer.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json Text(const std::optional<T>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_same_v<T, std::string>) {
    return *value;
  } else {
    return value->text;
  }
}

// One claim, key by key, as OUTPUT.md has it.
class ClaimWriter {
 public:
  explicit ClaimWriter(const Claim& claim) : claim_(claim) {}

  std::string Write() {
    out_.BeginObject();
    Text("id", claim_.id.text);
    Text("article", claim_.article.text);
    Text("lang", claim_.lang);
    Text("field", claim_.in_title ? "title" : "text");
    SpanOf("span", claim_.span);
    SpanOf("sentence", claim_.sentence);
    out_.Key("also");
    out_.BeginArray();
    for (const Span span : claim_.also) Pair(span.begin, span.end);
    out_.EndArray();
    WriteFilePlace(claim_.at);
    Text("metric", claim_.metric.text);
    if (!claim_.manner.empty()) Text("manner", claim_.manner);
    WriteQuantity();
    out_.Key("object");
    WriteParticipant(claim_.object, claim_.object_text);
    out_.Key("actor");
    claim_.actor ? WriteParticipant(*claim_.actor, claim_.actor_text) : out_.Null();
    WriteSources();
    if (!claim_.denied_by.empty()) {
      out_.Key("denied_by");
      out_.BeginArray();
      for (const Source& each : claim_.denied_by) BeginSource(each), out_.EndObject();
      out_.EndArray();
    }
    Text("stance", ToText(claim_.stance));
    Text("strength", ToText(claim_.strength));
    Text("stake", ToText(claim_.stake));
    Text("scope", ToText(claim_.scope));
    out_.Key("said");
    if (claim_.said) BeginDays(*claim_.said), out_.EndObject();
    if (!claim_.said) out_.Null();
    if (claim_.said_order) Whole("said_order", *claim_.said_order);
    if (claim_.aside) {
      out_.Key("aside");
      out_.Bool(true);
    }
    if (claim_.earlier) {
      out_.Key("earlier");
      out_.Bool(true);
    }
    WriteWhen();
    WritePlace();
    Name("part_of", claim_.part_of);
    if (claim_.open_part) {
      out_.Key("open_part");
      out_.Bool(true);
    }
    if (claim_.partial) {
      out_.Key("partial");
      out_.Bool(true);
    }
    Text("rule", claim_.rule.text);
    if (claim_.outlet) Text("outlet", *claim_.outlet);
    Text("sentence_text", claim_.sentence_text);
    out_.EndObject();
    return out_.Take();
  }

 private:
  void Text(std::string_view key, std::string_view value) {
    out_.Key(key);
    out_.Text(value);
  }
  void Maybe(std::string_view key, const std::optional<std::string>& value) {
    out_.Key(key);
    out_.TextOrNull(value);
  }
  template <typename Tag>
  void Name(std::string_view key, const std::optional<Id<Tag>>& value) {
    out_.Key(key);
    value ? out_.Text(value->text) : out_.Null();
  }
  void Whole(std::string_view key, std::int64_t value) {
    out_.Key(key);
    out_.Whole(value);
  }
  void True(std::string_view key, bool value) {
    if (!value) return;
    out_.Key(key);
    out_.True();
  }
  void Pair(std::uint64_t first, std::uint64_t last) {
    out_.BeginArray();
    out_.Whole(static_cast<std::int64_t>(first));
    out_.Whole(static_cast<std::int64_t>(last));
    out_.EndArray();
  }
  void SpanOf(std::string_view key, Span span) {
    out_.Key(key);
    Pair(span.begin, span.end);
  }
  void IntervalOf(std::string_view key, Interval interval) {
    out_.Key(key);
    out_.BeginArray();
    out_.Whole(interval.low);
    interval.high == kNoLimit ? out_.Null() : out_.Whole(interval.high);
    out_.EndArray();
  }
  void BeginDays(DayRange days) {
    out_.BeginObject();
    Text("first", ToText(days.first));
    Text("last", ToText(days.last));
  }

  void WriteFilePlace(const FilePlace& place) {
    out_.Key("at");
    out_.BeginObject();
    Text("file", place.file);
    Whole("line", place.line);
    Whole("column", place.column);
    out_.Key("raw_span");
    Pair(place.raw_begin, place.raw_end);
    out_.EndObject();
  }

  void WriteQuantity() {
    const Quantity& q = claim_.quantity;
    out_.Key("quantity");
    out_.BeginObject();
    Text("text", claim_.quantity_text);
    SpanOf("span", q.span);
    IntervalOf("hard", q.hard);
    IntervalOf("soft", q.soft);
    out_.Key("approximate");
    out_.Bool(q.approximate);
    Text("convention", claim_.convention);
    Text("bound", ToText(q.bound));
    SpanOf("number", q.number);
    if (q.value && std::isfinite(*q.value)) {
      out_.Key("value");
      out_.Real(*q.value);
    }
    True("increment", q.increment);
    True("others", q.others);
    True("implicit", q.implicit);
    if (!q.readings.empty()) {
      out_.Key("readings");
      out_.BeginArray();
      for (const Reading& reading : q.readings) {
        out_.BeginObject();
        Text("convention", reading.convention);
        IntervalOf("hard", reading.hard);
        IntervalOf("soft", reading.soft);
        out_.EndObject();
      }
      out_.EndArray();
    }
    out_.EndObject();
  }

  void WriteParticipant(const Participant& who, const std::optional<std::string>& text) {
    out_.BeginObject();
    Maybe("text", text);
    if (!who.span.empty()) SpanOf("span", who.span);
    Name("category", who.category);
    Name("party", who.party);
    if (!who.union_with.empty()) {
      out_.Key("union_with");
      out_.BeginArray();
      for (const PartyId& party : who.union_with) out_.Text(party.text);
      out_.EndArray();
    }
    True("resolved", who.resolved);
    out_.EndObject();
  }

  void BeginSource(const Source& source) {
    out_.BeginObject();
    Text("kind", ToText(source.kind));
    Name("party", source.party);
    Maybe("text", source.text);
    if (source.span) SpanOf("span", *source.span);
    Maybe("cue", source.cue);
    if (source.cue_span) SpanOf("cue_span", *source.cue_span);
    if (source.person) {
      out_.Key("person");
      out_.BeginObject();
      Text("id", source.person->id.text);
      Text("name", source.person->name);
      out_.EndObject();
    }
    if (source.body) Text("body", *source.body);
  }

  void WriteSources() {
    out_.Key("source");
    BeginSource(claim_.source);
    out_.Key("chain");
    out_.BeginArray();
    for (const Source& link : claim_.chain) BeginSource(link), out_.EndObject();
    out_.EndArray();
    out_.EndObject();
  }

  void WriteWhen() {
    out_.Key("when");
    if (!claim_.when) return out_.Null();
    BeginDays(claim_.when->days);
    if (claim_.when->text) Text("text", *claim_.when->text);
    if (claim_.when->span) SpanOf("span", *claim_.when->span);
    out_.EndObject();
  }

  void WritePlace() {
    out_.Key("place");
    if (!claim_.place) return out_.Null();
    out_.BeginObject();
    Maybe("text", claim_.place->text);
    Name("id", claim_.place->id);
    if (claim_.place->town) Text("town", *claim_.place->town);
    if (claim_.place->span) SpanOf("span", *claim_.place->span);
    out_.EndObject();
  }

  const Claim& claim_;
  JsonWriter out_;
};

}  // namespace

Json ToJson(Span span) {
  return Json::array({span.begin, span.end});
}

Json ToJson(Interval interval) {
  Json json = Json::array({interval.low, nullptr});
  if (interval.high != kNoLimit) json[1] = interval.high;
  return json;
}

std::string ClaimLine(const Claim& claim) {
  return ClaimWriter(claim).Write();
}

Json ToJson(const Claim& claim) {
  return Json::parse(ClaimLine(claim));
}

Json ToJson(const Document& document) {
  Json json = {
      {"id", document.id.text}, {"path", document.path}, {"source", Text(document.source)}};
  json["date"] = document.date ? Json(ToText(*document.date)) : Json(nullptr);
  json["date_from"] = document.date ? Json(ToText(document.date_from)) : Json(nullptr);
  json["title"] = Text(document.title);
  json["url"] = Text(document.url);
  if (document.dateline) json["dateline"] = *document.dateline;
  json["lang"] = document.lang;
  json["bytes"] = document.bytes;
  json["sha256"] = document.sha256;
  Json repeats = Json::array();
  for (const Repeat& repeat : document.repeats) {
    Json of = std::holds_alternative<Span>(repeat.of) ? ToJson(std::get<Span>(repeat.of))
                                                      : Json(std::get<ArticleId>(repeat.of).text);
    repeats.push_back({{"span", ToJson(repeat.span)}, {"of", of}});
  }
  json["repeats"] = repeats;
  return json;
}

Json ToJson(const Refused& refused) {
  return {{"article", refused.article.text},
          {"span", ToJson(refused.span)},
          {"text", refused.text},
          {"reason", ToText(refused.reason)},
          {"value", refused.value ? Json(*refused.value) : Json(nullptr)},
          {"unit", refused.unit.empty() ? Json(nullptr) : Json(refused.unit)}};
}

Json ToJson(const UnreadSentence& unread) {
  return {
      {"article", unread.article.text}, {"span", ToJson(unread.span)}, {"reason", unread.reason}};
}

std::string Line(const Json& json) {
  return SafeJson(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace counterclaim
