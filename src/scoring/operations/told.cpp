#include "scoring/operations/told.hpp"

#include "base/text.hpp"

namespace joinedup {

double told_value(const Run& run, const Input& input) {
  if (!input.derived) return input.table.value(run.answers().items[input.column][0]);
  const ScoreValues& scores = run.column(input.column).scores;
  return has_value(scores.status[0]) ? scores.value[0] : no_value;
}

std::string told_values(const Run& run, std::size_t set, std::string_view between) {
  std::string out;
  for (const Input& input : run.inputs(set)) {
    const double value = told_value(run, input);
    if (std::isnan(value)) continue;
    if (!out.empty()) out += between;
    out += shortest(value);
  }
  return out;
}

} // namespace joinedup
