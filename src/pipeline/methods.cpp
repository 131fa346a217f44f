#include "pipeline/methods.hpp"

#include "pipeline/methods/tables.hpp"

#include <vector>

namespace joinedup {

namespace {

std::vector<MethodInfo> all_in_order() {
  std::vector<MethodInfo> out;
  for (const auto stage : {scores_methods, estimates_methods, index_methods, comparison_methods, sensitivity_methods,
                           who_answered_methods, publication_methods, scale_quality_methods, change_methods})
    out.insert(out.end(), stage().begin(), stage().end());
  return out;
}

} // namespace

std::span<const MethodInfo> methods() {
  static const std::vector<MethodInfo> all = all_in_order();
  return all;
}

} // namespace joinedup
