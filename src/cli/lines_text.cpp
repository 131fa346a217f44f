#include "cli/lines_text.hpp"

#include "cli/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace joinedup {

std::string lines_text(const ExplainLines& lines) {
  std::size_t width = 0;
  for (const ExplainLine& line : lines)
    width = std::max(width, 2 * line.depth + display_width(line.name));
  std::string out;
  for (const ExplainLine& line : lines) {
    const std::size_t used = 2 * line.depth + display_width(line.name);
    if (line.depth == 0 && !out.empty()) out += "\n";
    out += std::string(std::size_t{2} * line.depth, ' ') + line.name;
    if (!line.text.empty()) out += std::string(width - used, ' ') + "  " + line.text;
    out += "\n";
  }
  return out;
}

ExplainLines setting_lines(std::string heading, const std::vector<Setting>& settings) {
  ExplainLines out{{0, std::move(heading), ""}};
  for (const Setting& setting : settings)
    out.push_back({1, setting.name, fmt::format("{} ({})", setting.value, setting.from)});
  return out;
}

} // namespace joinedup
