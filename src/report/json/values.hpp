// Parts of results as JSON, shared by results.json and run.json.
#pragma once

#include <joinedup/results.hpp>

#include <nlohmann/json.hpp>

namespace joinedup {

using OrderedJson = nlohmann::ordered_json;

OrderedJson json_number(double value);        ///< whole numbers without a point, others shortest; NaN is null
OrderedJson json_number(const Number& value); ///< empty is null
OrderedJson json_settings(const std::vector<Setting>& settings);
/// In the order given. No folder: a definition of a user's is marked as such.
OrderedJson json_inputs(const std::vector<InputInfo>& inputs);
OrderedJson json_reconciliation(const Reconciliation& reconciliation);
/// The last part of a path: no output may hold a folder (RULINGS R30).
std::string file_name(std::string_view path);
/// Text of a document: two spaces of indent, a line end; bytes that are no UTF-8 are replaced.
std::string json_text(const OrderedJson& document);

} // namespace joinedup
