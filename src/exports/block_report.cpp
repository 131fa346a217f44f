#include "exports/block_report.hpp"

namespace joinedup {

void TextCounts::add(std::string_view text, std::uint64_t count, std::uint64_t line, std::uint32_t column) {
  const auto [place, is_new] = places_.try_emplace(std::string(text), all_.size());
  if (is_new)
    all_.push_back({std::string(text), count, line, column});
  else
    all_[place->second].count += count;
}

void TextCounts::clear() {
  if (all_.empty()) return;
  all_.clear();
  places_.clear();
}

} // namespace joinedup
