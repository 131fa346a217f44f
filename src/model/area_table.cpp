#include <joinedup/area_table.hpp>

namespace joinedup {

std::string_view words(TableKind kind) {
  switch (kind) {
  case TableKind::value:
    return "value";
  case TableKind::proportion:
    return "proportion";
  case TableKind::rate:
    return "rate";
  case TableKind::ratio:
    return "ratio";
  }
  return {};
}

} // namespace joinedup
