// Looking things up in the first rows of a file.
#pragma once

#include "exports/survey_tool/survey_tool.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

using Cells = std::vector<std::string>;

/// A file whose first row names its columns.
RecognisedTool one_heading_row(HeadRows rows);
/// The cell, or "" beyond a row's end.
const std::string& cell_at(HeadRows rows, std::size_t row, std::size_t column);
/// The first column of this name, in any case.
std::optional<std::uint32_t> column_named(const Cells& names, std::string_view name);
/// Records with one of `values` in the column named so are dropped; nothing where there is no such column.
void drop_where(RecognisedTool& tool, std::optional<std::uint32_t> column, std::vector<std::string> values,
                DropReason reason, std::string what);
/// Those of the names that are columns.
std::vector<std::uint32_t> columns_named(const Cells& names, const std::vector<std::string_view>& wanted);

} // namespace joinedup
