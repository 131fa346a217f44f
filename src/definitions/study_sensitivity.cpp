#include "definitions/study_sensitivity.hpp"

#include "base/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr int most_draws = 1000000;
constexpr double most_concentration = 1e6;

/// The alternatives of one factor: each a method that the sensitivity knows, each once.
void read_alternatives(const Value& value, const std::string& name, const std::vector<std::string>& known,
                       std::vector<std::string>& out) {
  std::vector<std::string> given = value.text_or_texts();
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (std::find(known.begin(), known.end(), given[i]) == known.end())
      value.error("J571", fmt::format("\"{}\" is no method of the factor \"{}\"", given[i], name),
                  suggestion(given[i], known));
    else if (std::find(given.begin(), given.begin() + static_cast<std::ptrdiff_t>(i), given[i]) !=
             given.begin() + static_cast<std::ptrdiff_t>(i))
      value.error("J571", fmt::format("\"{}\" stands twice in the factor \"{}\"", given[i], name),
                  "name each alternative once");
  }
  if (!given.empty()) out = std::move(given);
}

void read_factors(Fields& factors, SensitivitySpec& out) {
  out.sampling = factors.flag_or("sampling", out.sampling);
  if (const auto value = factors.find("normalise"))
    read_alternatives(*value, "normalise", {"goalposts", "min_max", "z_score"}, out.normalise);
  if (const auto value = factors.find("aggregate"))
    read_alternatives(*value, "aggregate", {"arithmetic", "geometric"}, out.aggregate);
  out.concentration = factors.number_or("weights", out.concentration);
  if (!(out.concentration >= 0 && out.concentration <= most_concentration))
    factors.error("J571", "weights", "\"weights\" is outside 0 to 1000000",
                  "0 keeps the weights as given; the larger the number, the closer the drawn weights to them");
  out.leave_out = factors.flag_or("leave_out", out.leave_out);
  out.case_mix = factors.flag_or("case_mix", out.case_mix);
  if (const auto value = factors.find("imputation"))
    read_alternatives(*value, "imputation", {"levels", "deviations", "group_mean", "group_median"}, out.imputation);
  factors.done();
}

} // namespace

std::optional<SensitivitySpec> read_sensitivity(Fields& fields) {
  auto object = fields.object_if("sensitivity");
  if (!object) return std::nullopt;
  SensitivitySpec out;
  out.draws =
      static_cast<std::uint64_t>(object->integer_if("draws", 0, most_draws).value_or(static_cast<int>(out.draws)));
  if (auto factors = object->object_if("factors")) read_factors(*factors, out);
  object->done();
  return out;
}

} // namespace joinedup
