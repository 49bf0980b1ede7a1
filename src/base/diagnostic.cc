#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace counterclaim {

namespace {

auto SortKey(const Diagnostic& d) {
  return std::tie(d.at, d.code, d.message, d.hint);
}

}  // namespace

std::size_t EditDistance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::string ToText(const Diagnostic& diagnostic) {
  std::string out = diagnostic.level == DiagnosticLevel::kError ? "error" : "warning";
  if (!diagnostic.code.empty()) out += '[' + diagnostic.code + ']';
  out += ": " + Printable(diagnostic.message) + '\n';
  if (!diagnostic.at.file.empty()) {
    out += "  --> " + Printable(diagnostic.at.file);
    if (diagnostic.at.line > 0) {
      out += ':' + std::to_string(diagnostic.at.line);
      if (diagnostic.at.column > 0) out += ':' + std::to_string(diagnostic.at.column);
    }
    out += '\n';
  }
  if (!diagnostic.excerpt.empty() && diagnostic.at.line > 0) {
    const std::string number = std::to_string(diagnostic.at.line);
    const std::string margin(number.size() + 1, ' ');
    out += margin + "|\n" + number + " | " + Printable(diagnostic.excerpt) + '\n' + margin + "| ";
    out.append(diagnostic.at.column > 0 ? diagnostic.at.column - 1 : 0, ' ');
    out.append(std::max(1U, diagnostic.mark_length), '^');
    if (!diagnostic.hint.empty()) out += ' ' + Printable(diagnostic.hint);
    out += '\n';
  } else if (!diagnostic.hint.empty()) {
    out += "  = " + Printable(diagnostic.hint) + '\n';
  }
  for (const std::string& note : diagnostic.notes) out += "  = " + Printable(note) + '\n';
  return out;
}

void SortDiagnostics(std::vector<Diagnostic>* diagnostics) {
  std::sort(diagnostics->begin(), diagnostics->end(),
            [](const Diagnostic& a, const Diagnostic& b) { return SortKey(a) < SortKey(b); });
  diagnostics->erase(std::unique(diagnostics->begin(), diagnostics->end()), diagnostics->end());
}

std::string NearestWord(const std::string& word, const std::vector<std::string>& known) {
  constexpr std::size_t kLongestWord = 200;
  if (word.size() > kLongestWord) return "";
  std::size_t best = word.size() <= 3 ? 2 : 3;
  std::string nearest;
  for (const std::string& candidate : known) {
    if (candidate.size() > kLongestWord) continue;
    const std::size_t distance = EditDistance(word, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace counterclaim
