// A line on the terminal that says how far reading is: past a second, and gone when anything else is said.
#pragma once

#include "cli/console.hpp"
#include "exports/reading_progress.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace joinedup {

/// "412,000 records, 131 MB, 98 MB/s, 2 s left of survey.csv". `seconds` since reading began; nothing is read: empty.
std::string progress_text(const ReadingProgress::Seen& seen, double seconds);

class ProgressLine {
public:
  /// As long as it lives, what the console is told takes the line away first. `progress` must outlive it.
  ProgressLine(Console& console, const ReadingProgress& progress,
               std::chrono::milliseconds after = std::chrono::seconds(1),
               std::chrono::milliseconds every = std::chrono::milliseconds(250));
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

private:
  void watch(std::chrono::milliseconds after, std::chrono::milliseconds every);
  void take_away();

  Console& console_;
  const Console plain_; ///< as it was
  const ReadingProgress& progress_;
  std::mutex mutex_; ///< of the terminal and of what follows
  std::condition_variable wake_;
  bool ended_ = false, shown_ = false;
  std::thread thread_;
};

} // namespace joinedup
