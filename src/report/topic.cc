#include "report/topic.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace counterclaim {

namespace {

constexpr std::size_t kLetters = 26;

// Findings over three and more positions have a story of their own.
std::string KeyOf(const RunView& view, const Finding& finding) {
  const auto claims = view.Claims(finding.claims);
  const bool pair = Positions(view, claims).size() <= 2;
  if (!pair || claims.empty() || !finding.event) return "=" + finding.id;
  const Claim& first = *claims.front();
  const auto& party = first.object.party;
  return finding.event->text + "|" + first.metric.text + "|" +
         (party ? Principal(*party).text : "");
}

bool Holds(const std::vector<const Claim*>& position, const Claim* claim) {
  return std::find(position.begin(), position.end(), claim) != position.end();
}

}  // namespace

std::vector<Topic> Topics(const RunView& view) {
  std::vector<Topic> topics;
  std::map<std::string, std::size_t> known;
  for (const Finding& finding : view.run().comparison.findings) {
    if (!IsDisagreement(finding.kind)) continue;
    const auto [at, fresh] = known.emplace(KeyOf(view, finding), topics.size());
    if (fresh) topics.emplace_back();
    topics[at->second].findings.push_back(&finding);
  }
  for (Topic& topic : topics) {
    std::vector<const Claim*> claims;
    for (const Finding* finding : topic.findings) {
      for (const Claim* claim : view.Claims(finding->claims)) {
        if (!Holds(claims, claim)) claims.push_back(claim);
      }
    }
    topic.positions = Positions(view, claims);
  }
  return topics;
}

std::string PositionMark(std::size_t index) {
  std::string mark(1, static_cast<char>('A' + index % kLetters));
  return index < kLetters ? mark : mark + std::to_string(index / kLetters + 1);
}

std::string MarksOf(const RunView& view, const Topic& topic, const Finding& finding) {
  const auto claims = view.Claims(finding.claims);
  std::vector<std::string> marks;
  for (std::size_t i = 0; i < topic.positions.size(); ++i) {
    const bool part = std::any_of(claims.begin(), claims.end(), [&](const Claim* claim) {
      return Holds(topic.positions[i], claim);
    });
    if (part) marks.push_back(PositionMark(i));
  }
  std::string text;
  for (std::size_t i = 0; i < marks.size(); ++i)
    text += (i == 0 ? "" : i + 1 == marks.size() ? " and " : ", ") + marks[i];
  return text;
}

std::string TopicTitle(const RunView& view, const Topic& topic) {
  if (topic.positions.empty()) return Heading(topic.findings.front()->kind);
  const Claim& first = *topic.positions.front().front();
  std::string title = view.Counted(first);
  for (const auto& position : topic.positions) {
    if (!position.front()->when) continue;
    return title + ", " + ToText(position.front()->when->days);
  }
  return title;
}

std::string TopicKinds(const Topic& topic) {
  std::vector<std::pair<Kind, std::size_t>> counts;
  for (const Finding* finding : topic.findings) {
    const auto found = std::find_if(counts.begin(), counts.end(), [&](const auto& count) {
      return count.first == finding->kind;
    });
    if (found == counts.end())
      counts.emplace_back(finding->kind, 1);
    else
      ++found->second;
  }
  std::string text;
  for (const auto& [kind, count] : counts) {
    text += text.empty() ? "" : ", ";
    text += count == 1 ? Heading(kind) : fmt::format("{} × {}", count, Heading(kind));
  }
  return text;
}

}  // namespace counterclaim
