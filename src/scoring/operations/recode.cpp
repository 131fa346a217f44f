// recode: other values for codes, or "not_applicable"; a code that is not named keeps its value.
#include "scoring/operations/builders.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

void recode(ItemTable& table, const Parameters& parameters, const ParameterMap& values) {
  for (const auto& [code, parameter] : values) {
    const auto number = parse_number(code);
    const auto* value = std::get_if<double>(&parameter.value);
    const auto* word = std::get_if<std::string>(&parameter.value);
    const bool left_out = word && *word == "not_applicable";
    const double at = number ? *number - table.low : -1;
    if ((!value && !left_out) || at < 0 || at >= static_cast<double>(table.values.size()) ||
        std::isnan(table.values[static_cast<std::size_t>(at)])) {
      parameters.fault(
          "J513", "values",
          fmt::format("\"values\" gives code \"{}\", expected codes of the items with numbers or \"not_applicable\"",
                      code));
    } else {
      table.values[static_cast<std::size_t>(at)] = left_out ? no_value : *value;
      if (left_out) table.left_out.push_back(static_cast<int>(at) + table.low);
    }
  }
}

} // namespace

std::unique_ptr<Operation> build_recode(Chain& chain, const Parameters& parameters) {
  chain.pick(parameters, "items", true); // faults only
  const std::vector<std::string> ids = parameters.texts("items");
  if (!parameters.has("values")) parameters.lacks("values", "an object from code to value");
  const ParameterMap values = parameters.members("values");
  for (std::size_t i = 0; i < chain.inputs.size(); ++i) {
    if (std::find(ids.begin(), ids.end(), chain.input_ids[i]) != ids.end())
      recode(chain.inputs[i].table, parameters, values);
  }
  return nullptr;
}

} // namespace joinedup
