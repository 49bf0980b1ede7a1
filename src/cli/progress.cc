#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace counterclaim {

namespace {

constexpr int kColumns = 30;

std::string Bar(std::size_t done, std::size_t all) {
  const std::size_t filled = all == 0 ? 0 : kColumns * done / all;
  return fmt::format("\r[{:<{}}] {} of {} articles", std::string(filled, '#'), kColumns, done, all);
}

}  // namespace

Progress::Progress(const Session& session, const std::atomic<std::size_t>& done, std::size_t all)
    : done_(done), all_(all) {
  const char* ci = std::getenv("CI");
  const bool in_ci = ci != nullptr && *ci != '\0';
  const bool terminal = session.err == &std::cerr && ::isatty(STDERR_FILENO) != 0 && !in_ci;
  if (session.options.quiet || all < 2 || (!terminal && session.options.verbose == 0)) return;
  thread_ = std::thread([this, err = session.err, terminal] { Run(err, terminal); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    over_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Progress::Run(std::ostream* err, bool terminal) {
  std::unique_lock<std::mutex> lock(mutex_);
  const auto over = [this] { return over_; };
  bool shown = false;
  auto wait = terminal ? std::chrono::milliseconds(1000) : std::chrono::milliseconds(10000);
  while (!wake_.wait_for(lock, wait, over)) {
    if (terminal) {
      *err << Bar(done_, all_) << std::flush;
      wait = std::chrono::milliseconds(200);
    } else {
      *err << fmt::format("{} of {} articles\n", done_.load(), all_) << std::flush;
    }
    shown = true;
  }
  if (shown && terminal) *err << "\r" << std::string(kColumns + 40, ' ') << "\r" << std::flush;
}

}  // namespace counterclaim
