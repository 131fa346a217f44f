// How long the stages of a run took, for whoever asks: said beside the results, never in them.
#pragma once

#include <chrono>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

struct StageTime {
  std::string stage;
  double seconds = 0;   ///< of the clock
  double processor = 0; ///< of all threads together
};

class StageTimes {
public:
  /// What has passed since the last mark, or the beginning, was this stage.
  void mark(std::string stage) {
    const auto now = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    times_.push_back({std::move(stage), std::chrono::duration<double>(now - last_).count(),
                      static_cast<double>(processor - last_processor_) / CLOCKS_PER_SEC});
    last_ = now;
    last_processor_ = processor;
  }
  const std::vector<StageTime>& times() const { return times_; }

private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::clock_t last_processor_ = std::clock();
  std::vector<StageTime> times_;
};

} // namespace joinedup
