#include "cli/explain_sentence.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/escape.h"

namespace counterclaim {

namespace {

// Prints the sentences of one article stage by stage.
class SentencePrinter {
 public:
  SentencePrinter(const Session& session, const Document& document, const Stages& stages)
      : session_(session), document_(document), stages_(stages), layer_(stages.layer) {}

  std::string Print(std::uint32_t index) {
    index_ = index;
    span_ = layer_.sentences[index].span;
    out_ = "\"" + Words(span_) + "\"\n";
    Paragraph();
    Tokens();
    NamesOf();
    Chunks();
    Numbers();
    Reporting();
    Frames();
    Claims();
    return out_;
  }

 private:
  std::string Words(Span span) const {
    const std::string& text = document_.text;
    return span.end > text.size() || span.begin > span.end
               ? ""
               : TerminalText(text.substr(span.begin, span.size()));
  }

  void Row(const std::string& name, const std::string& value) {
    out_ += fmt::format("  {:<10} {}\n", name, value);
  }

  void Steps(const std::vector<std::string>& steps) {
    for (const std::string& step : steps) out_ += "             - " + TerminalText(step) + "\n";
  }

  void Paragraph() {
    const std::uint32_t paragraph = layer_.sentences[index_].paragraph;
    if (paragraph < layer_.paragraphs.size())
      Row("stands in", ToText(layer_.paragraphs[paragraph].kind));
    for (const Repeat& repeat : document_.repeats) {
      if (!repeat.span.Overlaps(span_)) continue;
      const bool inside = std::holds_alternative<Span>(repeat.of);
      Row("repeats", inside ? "\"" + Words(std::get<Span>(repeat.of)) + "\""
                            : "article " + TerminalText(std::get<ArticleId>(repeat.of).text));
    }
  }

  void Tokens() {
    const Sentence& sentence = layer_.sentences[index_];
    std::string text;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token && i < layer_.tokens.size();
         ++i) {
      text += (text.empty() ? "" : " | ") + Words(layer_.tokens[i].span);
    }
    Row("tokens", text.empty() ? "none: the scan passed the sentence over" : text);
  }

  void NamesOf() {
    for (const Name& name : layer_.names) {
      if (!span_.Contains(name.span)) continue;
      std::string text = Words(name.span) + " = " + ToText(name.kind);
      if (name.party) text += " " + name.party->text;
      if (name.person) text += " " + name.person->text;
      if (name.place) text += " " + name.place->text;
      Row("name", TerminalText(text));
    }
  }

  void Chunks() {
    for (const ChunkedSentence& chunked : layer_.chunked) {
      if (chunked.sentence != index_) continue;
      std::string text;
      for (const Chunk& chunk : chunked.chunks) {
        if (chunk.first_token >= chunk.end_token || chunk.end_token > layer_.tokens.size())
          continue;
        const Span span{layer_.tokens[chunk.first_token].span.begin,
                        layer_.tokens[chunk.end_token - 1].span.end};
        const bool group = chunk.kind == ChunkKind::kNoun || chunk.kind == ChunkKind::kVerb;
        text += (text.empty() ? "" : " ") +
                (group ? "[" + ToText(chunk.kind) + " " + Words(span) + "]" : Words(span));
      }
      if (!text.empty()) Row("groups", text);
    }
  }

  void Numbers() {
    for (const Quantity& q : stages_.quantities) {
      if (!span_.Contains(q.span)) continue;
      std::string text = "\"" + Words(q.span) + "\" = " + ToText(q);
      if (q.unit) text += ", unit \"" + Words(*q.unit) + "\"";
      if (q.kind != NumberKind::kCount)
        text += ": refused as " + ToText(q.kind);
      else if (!q.implicit && !Framed(q.span))
        text += ": a count that no frame took";
      Row("number", text);
    }
  }

  bool Framed(Span span) const {
    const auto& mentions = stages_.mentions.mentions;
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& mention) { return mention.quantity.span == span; });
  }

  void Reporting() {
    for (const Attribution& each : stages_.attributions.attributions) {
      const bool here = (each.source.span && span_.Overlaps(*each.source.span)) ||
                        std::any_of(each.content.begin(), each.content.end(),
                                    [&](Span content) { return content.Overlaps(span_); });
      if (!here) continue;
      std::string text = TerminalText(ToText(each));
      if (each.source.span) text += ", source \"" + Words(*each.source.span) + "\"";
      if (each.source.cue_span) text += ", cue \"" + Words(*each.source.cue_span) + "\"";
      for (const Span content : each.content) text += ", content \"" + Words(content) + "\"";
      Row("reporting", text);
      Steps(each.steps);
    }
  }

  void Frames() {
    const auto& mentions = stages_.mentions.mentions;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (!span_.Contains(mentions[i].quantity.span)) continue;
      Row("frame", TerminalText(ToText(mentions[i])) + ", trigger \"" + Words(mentions[i].trigger) +
                       "\", rule " + mentions[i].rule.text);
      Steps(mentions[i].steps);
      if (i >= stages_.anchors.size()) continue;
      Row("anchor", TerminalText(ToText(stages_.anchors[i])));
      Steps(stages_.anchors[i].steps);
    }
    for (const Unread& unread : stages_.mentions.unread) {
      if (unread.span.Overlaps(span_)) Row("unread", TerminalText(unread.reason));
    }
  }

  void Claims() {
    std::size_t count = 0;
    for (const Claim& claim : session_.run.extraction.claims) {
      if (claim.article != document_.id || claim.in_title) continue;
      const bool also = std::any_of(claim.also.begin(), claim.also.end(),
                                    [&](Span span) { return span.Overlaps(span_); });
      if (!span_.Contains(claim.quantity.span) && !also) continue;
      ++count;
      Row("claim", TerminalText(claim.id.text) + (also ? " (said here again)" : ""));
      out_ += "             " + TerminalText(ToText(claim)) + "\n";
    }
    if (count == 0) Row("claim", "none");
  }

  const Session& session_;
  const Document& document_;
  const Stages& stages_;
  const TextLayer& layer_;
  std::uint32_t index_ = 0;
  Span span_;
  std::string out_;
};

}  // namespace

std::string ExplainLine(const Session& session, const Document& document, unsigned line) {
  ExtractOptions options;
  options.convention = session.options.convention;
  options.whole_text = true;
  Document copy = document;
  Stages stages;
  (void)Extract(&copy, *session.rulebook, options, &stages);
  SentencePrinter printer(session, document, stages);
  std::string out;
  for (std::uint32_t i = 0; i < stages.layer.sentences.size(); ++i) {
    const Span span = stages.layer.sentences[i].span;
    const Span last{span.empty() ? span.begin : span.end - 1, span.end};
    const bool here =
        FindPlace(document, span).line <= line && FindPlace(document, last).line >= line;
    if (here) out += (out.empty() ? "" : "\n") + printer.Print(i);
  }
  return out;
}

}  // namespace counterclaim
