#include "scoring/operations.hpp"

#include "base/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

bool same_inputs(const std::vector<Input>& a, const std::vector<Input>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Input& x, const Input& y) { return x.same(y); });
}

} // namespace

std::size_t Chain::add_set(std::vector<Input> set) {
  for (const Input& input : set) {
    if (input.derived) uses.push_back(input.column);
  }
  const auto found = std::find_if(input_sets.begin(), input_sets.end(),
                                  [&set](const std::vector<Input>& known) { return same_inputs(known, set); });
  if (found != input_sets.end()) return static_cast<std::size_t>(found - input_sets.begin());
  input_sets.push_back(std::move(set));
  return input_sets.size() - 1;
}

std::size_t Chain::input_set() { return add_set(inputs); }

std::vector<Input> Chain::pick(const Parameters& parameters, const std::string& name, bool items_only) {
  std::vector<Input> out;
  if (!parameters.has(name)) {
    parameters.lacks(name, "ids of items");
    return out;
  }
  for (const std::string& id : parameters.texts(name)) {
    const auto found = std::find(input_ids.begin(), input_ids.end(), id);
    if (found == input_ids.end()) {
      parameters.fault("J514", name, fmt::format("\"{}\" names \"{}\", which is not among the items here", name, id),
                       suggestion(id, input_ids));
      continue;
    }
    const Input& input = inputs[static_cast<std::size_t>(found - input_ids.begin())];
    if (items_only && input.derived)
      parameters.fault("J514", name, fmt::format("\"{}\" names \"{}\", expected an item that is asked", name, id));
    else
      out.push_back(input);
  }
  return out;
}

std::optional<std::size_t> Chain::column_named(const Parameters& parameters, const std::string& name) {
  const auto id = parameters.text(name);
  if (!id) {
    if (!parameters.has(name)) parameters.lacks(name, "the id of a score or derived item above");
    return std::nullopt;
  }
  const auto found = std::find(columns.begin(), columns.end(), *id);
  if (found == columns.end()) {
    const std::vector<std::string> names(columns.begin(), columns.end());
    parameters.fault("J514", name,
                     fmt::format("\"{}\" names \"{}\", expected a score or derived item defined above", name, *id),
                     suggestion(*id, names));
    return std::nullopt;
  }
  const auto number = static_cast<std::size_t>(found - columns.begin());
  uses.push_back(number);
  return number;
}

} // namespace joinedup
