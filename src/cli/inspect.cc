#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/parallel.h"
#include "cli/output.h"
#include "cli/session.h"
#include "model/json.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

std::string Words(const Document& document, Span span) {
  const std::string& text = document.text;
  return span.end > text.size() || span.begin > span.end ? ""
                                                         : text.substr(span.begin, span.size());
}

Json Number(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return nullptr;
  const double whole = std::round(*value);
  if (whole == *value && std::abs(whole) < 9e15) return static_cast<std::int64_t>(whole);
  return *value;
}

// The interval as written: ranges and measures keep their decimals.
Json Hard(const Quantity& q) {
  if (q.low_value || q.high_value) return Json::array({Number(q.low_value), Number(q.high_value)});
  if (q.kind == NumberKind::kCount || !q.value) return ToJson(q.hard);
  switch (q.bound) {
    case Bound::kExact:
      return Json::array({Number(q.value), Number(q.value)});
    case Bound::kAtLeast:
    case Bound::kMoreThan:
      return Json::array({Number(q.value), nullptr});
    case Bound::kAtMost:
    case Bound::kLessThan:
      return Json::array({nullptr, Number(q.value)});
    default:
      return ToJson(q.hard);
  }
}

Json QuantityJson(const Document& document, const Quantity& q) {
  Json json = {{"text", Words(document, q.span)}, {"span", ToJson(q.span)}, {"hard", Hard(q)}};
  json["soft"] = ToJson(q.soft);
  json["value"] = Number(q.value);
  json["bound"] = ToText(q.bound);
  json["unit"] = q.unit ? Json(Words(document, *q.unit)) : Json(nullptr);
  json["kind"] = ToText(q.kind);
  return json;
}

Json Spans(const std::optional<Span>& span) {
  return span ? Json::array({ToJson(*span)}) : Json::array();
}

Json Sources(const Stages& stages, Json json) {
  Json list = Json::array();
  for (const Attribution& each : stages.attributions.attributions) {
    Json content = Json::array();
    for (Span span : each.content) content.push_back(ToJson(span));
    list.push_back({{"source", Spans(each.source.span)},
                    {"cue", Spans(each.source.cue_span)},
                    {"content", content}});
  }
  json["attributions"] = list;
  Json mentions = Json::array();
  for (const Quantity& q : stages.quantities) {
    if (q.implicit) continue;
    const auto governing = Governing(stages.attributions, q.number);
    const std::optional<Span> source =
        governing ? stages.attributions.attributions[*governing].source.span : std::nullopt;
    mentions.push_back({{"span", ToJson(q.number)}, {"source", Spans(source)}});
  }
  json["mentions"] = mentions;
  return json;
}

Json Chunks(const Document& document, const Stages& stages, Json json) {
  const TextLayer& layer = stages.layer;
  Json list = Json::array();
  for (const ChunkedSentence& sentence : layer.chunked) {
    Json chunks = Json::array();
    for (const Chunk& chunk : sentence.chunks) {
      if (chunk.first_token >= chunk.end_token || chunk.end_token > layer.tokens.size()) continue;
      const Span span{layer.tokens[chunk.first_token].span.begin,
                      layer.tokens[chunk.end_token - 1].span.end};
      chunks.push_back(
          {{"kind", ToText(chunk.kind)}, {"span", ToJson(span)}, {"text", Words(document, span)}});
    }
    list.push_back(
        {{"sentence", ToJson(layer.sentences[sentence.sentence].span)}, {"chunks", chunks}});
  }
  json["chunked"] = list;
  return json;
}

Json NamesJson(const Document& document, const Stages& stages, Json json) {
  Json list = Json::array();
  for (const Name& name : stages.layer.names) {
    Json item = {{"text", Words(document, name.span)},
                 {"span", ToJson(name.span)},
                 {"kind", ToText(name.kind)}};
    if (name.party) item["party"] = name.party->text;
    if (name.person) item["person"] = name.person->text;
    if (name.place) item["place"] = name.place->text;
    list.push_back(item);
  }
  json["names"] = list;
  return json;
}

Json MentionsJson(const Document& document, const Stages& stages, bool anchors, Json json) {
  Json list = Json::array();
  for (std::size_t i = 0; i < stages.mentions.mentions.size(); ++i) {
    const Mention& mention = stages.mentions.mentions[i];
    Json item = {{"text", Words(document, mention.clause)},
                 {"span", ToJson(mention.quantity.span)},
                 {"mention", ToText(mention)},
                 {"rule", mention.rule.text}};
    if (!anchors) item["steps"] = Json(mention.steps);
    if (anchors && i < stages.anchors.size()) {
      item["anchor"] = ToText(stages.anchors[i]);
      item["steps"] = Json(stages.anchors[i].steps);
    }
    list.push_back(item);
  }
  json[anchors ? "anchors" : "mentions"] = list;
  if (anchors) return json;
  Json unread = Json::array();
  for (const Unread& each : stages.mentions.unread) {
    unread.push_back({{"span", ToJson(each.span)}, {"reason", each.reason}});
  }
  json["unread"] = unread;
  return json;
}

Json Inspect(const Session& session, Document* document) {
  const std::string& stage = session.options.stage;
  Json json = {{"id", document->id.text}};
  if (stage == "text") {
    json["text"] = document->text;
    return json;
  }
  ExtractOptions options;
  options.convention = session.options.convention;
  options.whole_text = true;
  Stages stages;
  Extract(document, *session.rulebook, options, &stages);
  if (stage == "sentence") {
    json["sentences"] = Json::array();
    for (const Sentence& sentence : stages.layer.sentences)
      json["sentences"].push_back(ToJson(sentence.span));
  } else if (stage == "quantity") {
    json["quantities"] = Json::array();
    for (const Quantity& q : stages.quantities) {
      if (!q.implicit) json["quantities"].push_back(QuantityJson(*document, q));
    }
  } else if (stage == "attribution") {
    json = Sources(stages, json);
  } else if (stage == "chunk") {
    json = Chunks(*document, stages, json);
  } else if (stage == "name") {
    json = NamesJson(*document, stages, json);
  } else {
    json = MentionsJson(*document, stages, stage == "anchor", json);
  }
  return json;
}

}  // namespace

int RunInspect(Session* session) {
  if (!LoadRules(session) || !ReadArticles(session)) return kNotRun;
  auto& articles = session->run.articles;
  std::vector<Json> objects(articles.size());
  ParallelFor(Threads(session->options), articles.size(),
              [&](std::size_t i) { objects[i] = Inspect(*session, &articles[i]); });
  const int code = FinishRendered(
      session, "jsonl",
      [&](const std::string& format) { return RenderList("articles", objects, format); },
      fmt::format("read {}, {} skipped", Count(articles.size(), "article", "articles"),
                  session->skipped));
  return code == kClean && articles.empty() && !session->options.allow_empty ? kIncomplete : code;
}

}  // namespace counterclaim
