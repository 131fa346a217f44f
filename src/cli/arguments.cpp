#include "cli/arguments.hpp"

#include "base/text.hpp"

namespace joinedup {

std::optional<std::uint64_t> Arguments::number(std::string_view name) const {
  const std::string given = text(name);
  return given.empty() ? std::nullopt : parse_whole(given);
}

} // namespace joinedup
