// The parts of an instrument definition, read one by one: items, steps, bands, tables, rules and choices.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/instrument.hpp>

#include <map>
#include <string>
#include <vector>

namespace joinedup {

/// Lists of options that several items share, by name.
using OptionSets = std::map<std::string, std::vector<ResponseOption>>;

std::vector<ResponseOption> read_options(const Value& value);
Item read_item(Fields fields, const OptionSets& sets);
/// `steps` of a score or derived item: required, not empty.
std::vector<ScoringStep> read_steps(Fields& fields);
/// Two numbers, the lower first.
std::optional<std::pair<double, double>> read_range(Fields& fields, const std::string& name);
std::optional<std::pair<int, int>> read_whole_range(Fields& fields, const std::string& name);

MissingRule read_missing_rule(Fields fields);
BandScheme read_band_scheme(Fields fields);
LookupTable read_table(Fields fields);
UserTable read_user_table(Fields fields);
Choice read_choice(Fields fields);
Source read_source(Fields fields);

} // namespace joinedup
