// What a study says of who answered: questionnaires sent out, how people were asked, and for whom they spoke.
#pragma once

#include "definitions/fields.hpp"
#include "model/answered_spec.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// `issued`, `mode`, `role` and `by`.
void read_who_answered(Fields& fields, StudySpec& out);

/// Of a study that read_study has taken, so that its faults are known.
AnsweredSpec read_answered_columns(const JsonSource& study);

/// Names of the tables of figures by a column, and of their slope: two of one name are refused (J506).
std::string breakdown_table_id(std::string_view column);
std::string breakdown_slope_id(std::string_view column);

/// The table that `issued` names: one row an area, whole numbers of questionnaires of 1 or more (J572).
Outcome<std::vector<IssuedRow>> read_issued(std::string_view text, const std::string& file, const IssuedTable& columns);

} // namespace joinedup
