#include "scoring/operations.hpp"

#include "scoring/operations/builders.hpp"

#include <algorithm>

namespace joinedup {

namespace {

const std::vector<OperationInfo>& table() {
  using enum StepKind;
  static const std::vector<OperationInfo> all = {
      {"reverse", items, "codes of the named items count from the other end", {"items"}, build_reverse},
      {"recode", items, "other values for the codes of the named items", {"items", "values"}, build_recode},
      {"take", source, "one item or derived item as it is", {"item"}, build_take},
      {"score", source, "the value of a score above", {"of"}, build_score},
      {"sum", source, "sum of the items; where some lack, their mean times the number of items", {}, build_sum},
      {"mean", source, "mean of the items answered", {}, build_mean},
      {"count_answered", source, "number of items answered; always there", {}, build_count_answered},
      {"top_box", source, "1 where the item's code is one of those named, else 0", {"codes"}, build_top_box},
      {"gate",
       source,
       "mean of follow-up questions behind a yes/no question",
       {"gate", "closed", "closed_value", "follow_ups", "include_gate", "direct"},
       build_gate},
      {"profile", source, "the codes of all items as one text", {}, build_profile},
      {"level_frequency", source, "how many items are at each level, as one text", {}, build_level_frequency},
      {"value_set", source, "value of the health state in the value set chosen", {}, build_value_set},
      {"rasch",
       source,
       "maximum-likelihood person measure of a rating-scale or partial-credit model",
       {"thresholds", "difficulties", "steps", "extreme_adjustment", "intercept", "slope", "low", "high"},
       build_rasch},
      {"flags", source, "texts joined by ; for what is remarkable in a record", {"flags"}, build_flags},
      {"rescale", transform, "straight line through two points", {"from", "to"}, build_rescale},
      {"round", transform, "half up to a number of decimals", {"decimals"}, build_round},
      {"lookup", transform, "value from a table by the score so far", {"table", "between"}, build_lookup},
      {"exclude", transform, "no score for a record that answered all items alike", {"when"}, build_exclude},
      {"bands", transform, "name of the band that holds the score so far", {"scheme"}, build_bands},
  };
  return all;
}

} // namespace

std::span<const OperationInfo> operations() { return table(); }

const OperationInfo* find_operation(std::string_view name) {
  const auto& all = table();
  const auto found = std::find_if(all.begin(), all.end(), [name](const OperationInfo& o) { return o.name == name; });
  return found == all.end() ? nullptr : &*found;
}

} // namespace joinedup
