#pragma once
// Tells a person who waits how far the reading has come. On a terminal one
// line that renews itself, after the first second and never in CI; elsewhere,
// and only at -v, a line every ten seconds. Standard error alone.
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

#include "cli/session.h"

namespace counterclaim {

class Progress {
 public:
  Progress(const Session& session, const std::atomic<std::size_t>& done, std::size_t all);
  ~Progress();  // wipes the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void Run(std::ostream* err, bool terminal);

  const std::atomic<std::size_t>& done_;
  std::size_t all_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace counterclaim
