// profile, level_frequency, value_set: everything that a complete set of levels decides, by table.
#include "scoring/operations/states.hpp"

#include "scoring/operations/by_respondent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace joinedup {

namespace {
constexpr std::size_t most_states = 100000;

/// J525: a set of levels is told by its levels, one of states by these.
void does_not_fit(const ValueSet& set, std::size_t states, const StateItems& shape, Diagnostics& diagnostics) {
  if (set.levels.empty()) {
    diagnostics.error("J525", set.where,
                      fmt::format("value set {} has {} states, the instrument has {}", set.id, states, shape.states),
                      set.model == "table" ? "every state needs a value, the last item's levels running fastest" : "");
    return;
  }
  diagnostics.error(
      "J525", set.where,
      fmt::format("value set {} has {} dimensions of {} levels, the instrument has {} of {}", set.id, set.levels.size(),
                  set.levels.front().size(), shape.items, shape.levels),
      "\"levels\" holds a list for each dimension, in the order of the items, with a number for each level");
}

} // namespace

std::optional<StateItems> state_items(Chain& chain, const Parameters& parameters) {
  StateItems out;
  out.items = chain.inputs.size();
  out.levels = out.items == 0 ? 0 : chain.inputs.front().table.values.size();
  out.states = 1;
  bool good = out.items > 0 && out.levels > 0;
  for (const Input& input : chain.inputs) {
    good = good && !input.derived && input.table.plain() && input.table.values.size() == out.levels &&
           input.table.low == chain.inputs.front().table.low;
    out.states = std::min(out.states * std::max<std::size_t>(out.levels, 1), most_states + 1);
  }
  if (!good || out.states > most_states) {
    parameters.fault("J513", "", "needs items that are asked, all with the same codes in a row");
    return std::nullopt;
  }
  out.set = chain.input_set();
  return out;
}

std::vector<std::size_t> digits(std::size_t state, const StateItems& shape) {
  std::vector<std::size_t> out(shape.items);
  for (std::size_t i = shape.items; i-- > 0; state /= shape.levels)
    out[i] = state % shape.levels;
  return out;
}

void ByState::run(Run& run, PlanColumn& column) const {
  const States& states = run.states_of(shape_.set, shape_.levels);
  for (std::size_t r = 0; r < run.records(); ++r) {
    if (states.state[r] >= 0)
      set(column, r, values_[static_cast<std::size_t>(states.state[r])]);
    else
      set_empty(column, r, empty_status(states.lacks[r]));
  }
}

std::string ByState::told(Run& run, const PlanColumn&, double) const {
  const std::int32_t state = run.states_of(shape_.set, shape_.levels).state[0];
  if (state < 0) return "every item is needed";
  return fmt::format("row {} of the {} states", state + 1, shape_.states);
}

std::unique_ptr<Operation> build_profile(Chain& chain, const Parameters& parameters) {
  const auto shape = state_items(chain, parameters);
  if (!shape) return nullptr;
  const int low = chain.inputs.front().table.low;
  std::vector<double> values;
  for (std::size_t state = 0; state < shape->states; ++state) {
    std::string text;
    for (const std::size_t digit : digits(state, *shape))
      text += std::to_string(static_cast<int>(digit) + low);
    chain.column.texts.push_back(std::move(text));
    values.push_back(static_cast<double>(state));
  }
  chain.column.is_text = true;
  return std::make_unique<ByState>(*shape, std::move(values));
}

std::unique_ptr<Operation> build_level_frequency(Chain& chain, const Parameters& parameters) {
  const auto shape = state_items(chain, parameters);
  if (!shape) return nullptr;
  std::map<std::string, double> numbers; // of texts already met
  std::vector<double> values;
  for (std::size_t state = 0; state < shape->states; ++state) {
    std::vector<std::size_t> counts(shape->levels);
    for (const std::size_t digit : digits(state, *shape))
      ++counts[digit];
    std::string text;
    for (const std::size_t count : counts)
      text += std::to_string(count);
    const auto [found, added] = numbers.try_emplace(text, static_cast<double>(numbers.size()));
    if (added) chain.column.texts.push_back(text);
    values.push_back(found->second);
  }
  chain.column.is_text = true;
  return std::make_unique<ByState>(*shape, std::move(values));
}

std::unique_ptr<Operation> build_value_set(Chain& chain, const Parameters& parameters) {
  const auto shape = state_items(chain, parameters);
  if (!shape || !chain.value_set || !chain.values) return nullptr;
  if (chain.value_set->model == "by_respondent") return build_by_respondent(chain, *shape);
  if (chain.values->empty() && chain.diagnostics.has_errors()) return nullptr; // said by what makes the values
  if (chain.values->size() != shape->states) {
    does_not_fit(*chain.value_set, chain.values->size(), *shape, chain.diagnostics);
    return nullptr;
  }
  const auto [low, high] = std::minmax_element(chain.values->begin(), chain.values->end());
  chain.column.low = *low;
  chain.column.high = *high;
  chain.column.decimals = chain.value_set->decimals;
  chain.column.value_set = chain.value_set->id;
  return std::make_unique<ByState>(*shape, *chain.values);
}

} // namespace joinedup
