#include "cli/progress_line.hpp"

#include "base/text.hpp"
#include "base/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr std::string_view erase_line = "\r\x1b[K";
constexpr double megabyte = 1e6;

/// The first `room` bytes, without a letter that would be cut in two.
std::string_view cut_before(std::string_view text, std::size_t room) {
  while (room > 0 && (static_cast<unsigned char>(text[room]) & 0xC0U) == 0x80U)
    --room;
  return text.substr(0, room);
}

std::string shown_time(double seconds) {
  if (seconds < 90) return fmt::format("{} s", std::max(1.0, std::round(seconds)));
  return fmt::format("{} min", std::round(seconds / 60));
}

} // namespace

std::string progress_text(const ReadingProgress::Seen& seen, double seconds) {
  if (seen.bytes == 0 || !(seconds > 0)) return {};
  const double rate = static_cast<double>(seen.bytes) / seconds;
  std::string out = fmt::format("{} records, {:.0f} MB, {:.1f} MB/s", with_thousands(seen.records),
                                static_cast<double>(seen.bytes) / megabyte, rate / megabyte);
  if (seen.file_size > seen.file_bytes)
    out += fmt::format(", {} left of {}", shown_time(static_cast<double>(seen.file_size - seen.file_bytes) / rate),
                       visible(seen.file));
  return out;
}

ProgressLine::ProgressLine(Console& console, const ReadingProgress& progress, std::chrono::milliseconds after,
                           std::chrono::milliseconds every)
    : console_(console), plain_(console), progress_(progress) {
  console_.out = [this](std::string_view text) {
    const std::lock_guard lock(mutex_);
    take_away();
    plain_.out(text);
  };
  console_.err = [this](std::string_view text) {
    const std::lock_guard lock(mutex_);
    take_away();
    plain_.err(text);
  };
  thread_ = std::thread([this, after, every] { watch(after, every); });
}

ProgressLine::~ProgressLine() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    take_away();
  }
  wake_.notify_all();
  thread_.join();
  console_.out = plain_.out;
  console_.err = plain_.err;
}

void ProgressLine::watch(std::chrono::milliseconds after, std::chrono::milliseconds every) {
  const auto begin = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  for (auto pause = after; !wake_.wait_for(lock, pause, [this] { return ended_; }); pause = every) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    std::string text = progress_text(progress_.look(), passed.count());
    if (text.empty()) continue;
    const std::size_t room = std::max<std::size_t>(plain_.err_columns, 2) - 1; // a line that wraps cannot be taken away
    if (text.size() > room) text = std::string(cut_before(text, room));
    plain_.err(std::string(erase_line) + text);
    shown_ = true;
  }
}

void ProgressLine::take_away() {
  if (shown_) plain_.err(erase_line);
  shown_ = false;
}

} // namespace joinedup
