// recode: other values for codes; a code that is not named keeps its value.
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
    const double at = number ? *number - table.low : -1;
    if (!value || at < 0 || at >= static_cast<double>(table.values.size()) ||
        std::isnan(table.values[static_cast<std::size_t>(at)])) {
      parameters.fault("J513", "values",
                       fmt::format("\"values\" gives code \"{}\", expected codes of the items with numbers", code));
    } else {
      table.values[static_cast<std::size_t>(at)] = *value;
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
