#include "exports/record_cut.hpp"

#include <cstring>

namespace joinedup {

bool RecordCutter::opens(std::string_view text, std::size_t quote) const {
  std::size_t before = quote;
  while (before > 0 && text[before - 1] == ' ')
    --before;
  if (before == 0) return true;
  const char c = text[before - 1];
  return c == separators_.delimiter || c == separators_.newline;
}

std::size_t RecordCutter::cut(std::string_view text) {
  outside_.clear();
  std::size_t from = 0;
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos;) {
    if (!opens(text, quote)) {
      quote = text.find('"', quote + 1);
      continue;
    }
    outside_.emplace_back(from, quote);
    std::size_t place = quote + 1;
    for (;;) {
      place = text.find('"', place);
      if (place == std::string_view::npos || place + 1 == text.size()) break;
      if (text[place + 1] != '"') break;
      place += 2;
    }
    if (place == std::string_view::npos || place + 1 >= text.size()) {
      from = text.size();
      break;
    }
    from = place + 1;
    quote = text.find('"', from);
  }
  outside_.emplace_back(from, text.size());
  for (auto stretch = outside_.rbegin(); stretch != outside_.rend(); ++stretch) {
    const std::string_view part = text.substr(stretch->first, stretch->second - stretch->first);
    if (const std::size_t found = part.rfind(separators_.newline); found != std::string_view::npos)
      return stretch->first + found + 1;
  }
  return 0;
}

} // namespace joinedup
