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
  case TableKind::standardised_rate:
    return "standardised_rate";
  case TableKind::standardised_ratio:
    return "standardised_ratio";
  }
  return {};
}

} // namespace joinedup
