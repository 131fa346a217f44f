#include "report/json/values.hpp"

#include "base/visible.hpp"
#include "model/results_form.hpp"

#include <cmath>

namespace joinedup {

OrderedJson json_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  constexpr double exact_whole = 9007199254740992.0; // 2^53: whole numbers up to here are exact in a double
  if (value == std::trunc(value) && std::abs(value) < exact_whole) return static_cast<std::int64_t>(value);
  return value;
}

OrderedJson json_number(const Number& value) { return value ? json_number(*value) : OrderedJson(nullptr); }

OrderedJson json_settings(const std::vector<Setting>& settings) {
  OrderedJson out = OrderedJson::array();
  for (const Setting& s : settings)
    out.push_back({{"name", s.name}, {"value", s.value}, {"from", s.from}});
  return out;
}

OrderedJson json_inputs(const std::vector<InputInfo>& inputs) {
  OrderedJson out = OrderedJson::array();
  for (const InputInfo& input : inputs) {
    OrderedJson entry = {{"name", file_name(input.name)}, {"sha256", input.sha256}, {"role", input.role}};
    if (!input.origin.empty()) entry["origin"] = input.origin == built_in_word ? input.origin : user_folder_word;
    if (input.role == "survey") entry["records"] = input.records;
    out.push_back(entry);
  }
  return out;
}

OrderedJson json_reconciliation(const Reconciliation& r) {
  OrderedJson dropped = OrderedJson::object();
  for (std::size_t i = 1; i < drop_reasons; ++i)
    dropped[std::string(words(static_cast<DropReason>(i)))] = r.dropped.at(i);
  OrderedJson not_scored = OrderedJson::object();
  for (const auto& [reason, records] : r.not_scored)
    not_scored[reason] = records;
  OrderedJson unknown = OrderedJson::object();
  for (const auto& [code, records] : r.unknown_areas)
    unknown[code] = records;
  OrderedJson no_answer = OrderedJson::object();
  for (const auto& [instrument, reasons] : r.no_answer) {
    for (const auto& [reason, cells] : reasons)
      no_answer[instrument][reason] = cells;
  }
  return {{"read", r.read},
          {"scored_in_full", r.scored_full},
          {"scored_in_part", r.scored_part},
          {"scored_under_a_missing_rule", r.scored_prorated},
          {"not_scored", not_scored},
          {"dropped", dropped},
          {"unknown_areas", unknown},
          {"no_answer", no_answer}};
}

std::string file_name(std::string_view path) {
  const std::size_t cut = path.find_last_of("/\\");
  return std::string(cut == std::string_view::npos ? path : path.substr(cut + 1));
}

std::string json_text(const OrderedJson& document) {
  return visible_json(document.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n');
}

} // namespace joinedup
