#include "model/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

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

Json ToJson(DayRange days) {
  return {{"first", ToText(days.first)}, {"last", ToText(days.last)}};
}

Json QuantityJson(const Claim& claim) {
  const Quantity& q = claim.quantity;
  Json json = {{"text", claim.quantity_text},  {"span", ToJson(q.span)},
               {"hard", ToJson(q.hard)},       {"soft", ToJson(q.soft)},
               {"approximate", q.approximate}, {"convention", claim.convention},
               {"bound", ToText(q.bound)}};
  json["number"] = ToJson(q.number);
  if (q.value && std::isfinite(*q.value)) json["value"] = *q.value;
  if (q.increment) json["increment"] = true;
  if (q.others) json["others"] = true;
  if (q.implicit) json["implicit"] = true;
  if (!q.readings.empty()) {
    Json readings = Json::array();
    for (const Reading& r : q.readings) {
      readings.push_back(
          {{"convention", r.convention}, {"hard", ToJson(r.hard)}, {"soft", ToJson(r.soft)}});
    }
    json["readings"] = readings;
  }
  return json;
}

Json ParticipantJson(const Participant& who, const std::optional<std::string>& text) {
  Json json = {{"text", Text(text)}};
  if (!who.span.empty()) json["span"] = ToJson(who.span);
  json["category"] = Text(who.category);
  json["party"] = Text(who.party);
  if (!who.union_with.empty()) {
    Json parties = Json::array();
    for (const PartyId& party : who.union_with) parties.push_back(party.text);
    json["union_with"] = parties;
  }
  if (who.resolved) json["resolved"] = true;
  return json;
}

Json SourceJson(const Source& source) {
  Json json = {
      {"kind", ToText(source.kind)}, {"party", Text(source.party)}, {"text", Text(source.text)}};
  if (source.span) json["span"] = ToJson(*source.span);
  json["cue"] = Text(source.cue);
  if (source.cue_span) json["cue_span"] = ToJson(*source.cue_span);
  if (source.person)
    json["person"] = {{"id", source.person->id.text}, {"name", source.person->name}};
  if (source.body) json["body"] = *source.body;
  return json;
}

Json PlaceJson(const FilePlace& place) {
  return {{"file", place.file},
          {"line", place.line},
          {"column", place.column},
          {"raw_span", {place.raw_begin, place.raw_end}}};
}

}  // namespace

Json ToJson(Span span) {
  return Json::array({span.begin, span.end});
}

Json ToJson(Interval interval) {
  Json json = Json::array({interval.low, nullptr});
  if (interval.high != kNoLimit) json[1] = interval.high;
  return json;
}

Json ToJson(const Claim& claim) {
  Json json = {{"id", claim.id.text},        {"article", claim.article.text},
               {"lang", claim.lang},         {"field", claim.in_title ? "title" : "text"},
               {"span", ToJson(claim.span)}, {"sentence", ToJson(claim.sentence)}};
  Json also = Json::array();
  for (Span span : claim.also) also.push_back(ToJson(span));
  json["also"] = also;
  json["at"] = PlaceJson(claim.at);
  json["metric"] = claim.metric.text;
  json["quantity"] = QuantityJson(claim);
  json["object"] = ParticipantJson(claim.object, claim.object_text);
  json["actor"] = claim.actor ? ParticipantJson(*claim.actor, claim.actor_text) : Json(nullptr);
  json["source"] = SourceJson(claim.source);
  Json chain = Json::array();
  for (const Source& link : claim.chain) chain.push_back(SourceJson(link));
  json["source"]["chain"] = chain;
  json["stance"] = ToText(claim.stance);
  json["strength"] = ToText(claim.strength);
  json["stake"] = ToText(claim.stake);
  json["scope"] = ToText(claim.scope);
  json["said"] = claim.said ? ToJson(*claim.said) : Json(nullptr);
  if (claim.said_order) json["said_order"] = *claim.said_order;
  json["when"] = nullptr;
  if (claim.when) {
    json["when"] = ToJson(claim.when->days);
    if (claim.when->text) json["when"]["text"] = *claim.when->text;
    if (claim.when->span) json["when"]["span"] = ToJson(*claim.when->span);
  }
  json["place"] = nullptr;
  if (claim.place) {
    json["place"] = {{"text", Text(claim.place->text)}, {"id", Text(claim.place->id)}};
    if (claim.place->town) json["place"]["town"] = *claim.place->town;
    if (claim.place->span) json["place"]["span"] = ToJson(*claim.place->span);
  }
  json["part_of"] = Text(claim.part_of);
  json["rule"] = claim.rule.text;
  if (claim.outlet) json["outlet"] = *claim.outlet;
  json["sentence_text"] = claim.sentence_text;
  return json;
}

Json ToJson(const Document& document) {
  Json json = {
      {"id", document.id.text}, {"path", document.path}, {"source", Text(document.source)}};
  json["date"] = document.date ? Json(ToText(*document.date)) : Json(nullptr);
  json["date_from"] = document.date ? Json(ToText(document.date_from)) : Json(nullptr);
  json["title"] = Text(document.title);
  json["url"] = Text(document.url);
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
          {"reason", ToText(refused.reason)}};
}

Json ToJson(const UnreadSentence& unread) {
  return {
      {"article", unread.article.text}, {"span", ToJson(unread.span)}, {"reason", unread.reason}};
}

std::string Line(const Json& json) {
  return SafeJson(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace counterclaim
