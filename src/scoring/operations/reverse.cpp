// reverse: the lowest code of an item takes the highest value, and so on.
#include "scoring/operations/builders.hpp"

#include <algorithm>

namespace joinedup {

std::unique_ptr<Operation> build_reverse(Chain& chain, const Parameters& parameters) {
  chain.pick(parameters, "items", true); // faults only
  const std::vector<std::string> ids = parameters.texts("items");
  for (std::size_t i = 0; i < chain.inputs.size(); ++i) {
    if (std::find(ids.begin(), ids.end(), chain.input_ids[i]) == ids.end()) continue;
    ItemTable& table = chain.inputs[i].table;
    const double ends = table.lowest() + table.highest();
    for (double& value : table.values)
      value = ends - value;
  }
  return nullptr;
}

} // namespace joinedup
