#include "ingest/emphasis.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::size_t kLongestRun = 3;
constexpr std::size_t kMostOpen = 16;  // runs that wait for their like

struct Run {
  std::size_t begin = 0, end = 0;
  char mark = '*';
  bool opens = false, closes = false;
};

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<signed char>(c) < 0;
}

Run RunAt(std::string_view text, std::size_t begin, std::size_t at) {
  Run run;
  run.begin = at;
  run.mark = text[at];
  run.end = std::min(text.find_first_not_of(run.mark, at), text.size());
  const char before = at > begin ? text[at - 1] : '\n';
  const char after = run.end < text.size() ? text[run.end] : '\n';
  run.opens = !IsSpace(after);
  run.closes = !IsSpace(before);
  if (run.mark == '_') {
    run.opens = run.opens && !IsLetter(before);
    run.closes = run.closes && !IsLetter(after);
  }
  return run;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> EmphasisMarks(std::string_view text,
                                                               std::size_t begin) {
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  std::vector<Run> open;
  for (std::size_t at = begin; at < text.size();) {
    const char c = text[at];
    if (c == '\\') {
      at += 2;
      continue;
    }
    if (c == '\n' && at + 1 < text.size() && text[at + 1] == '\n') open.clear();
    if (c != '*' && c != '_') {
      ++at;
      continue;
    }
    const Run run = RunAt(text, begin, at);
    at = run.end;
    if (run.end - run.begin > kLongestRun) continue;
    const auto like = run.closes
                          ? std::find_if(open.rbegin(), open.rend(),
                                         [&](const Run& other) {
                                           return other.mark == run.mark &&
                                                  other.end - other.begin == run.end - run.begin &&
                                                  other.end < run.begin;
                                         })
                          : open.rend();
    if (like != open.rend()) {
      marks.emplace_back(like->begin, like->end);
      marks.emplace_back(run.begin, run.end);
      open.erase(std::prev(like.base()), open.end());
    } else if (run.opens) {
      if (open.size() == kMostOpen) open.erase(open.begin());
      open.push_back(run);
    }
  }
  std::sort(marks.begin(), marks.end());
  return marks;
}

}  // namespace counterclaim
