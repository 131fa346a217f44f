// Which survey tool wrote a delimited file, told by its heading rows, and what that tool's columns mean.
#pragma once

#include "exports/columns.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/spec.hpp>

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// The first rows of a file as cells (unquoted, trimmed), heading row first; at most five, fewer in a short file.
using HeadRows = std::span<const std::vector<std::string>>;

struct RecognisedTool {
  SurveyTool tool;
  std::vector<std::string> headings; ///< one a column, made of the heading rows as the tool means them
  std::vector<ColumnInfo> columns;   ///< one a heading
};

/// `options.from` names the tool or leaves it to the evidence. Never fails for auto: a file of no known tool is "csv"
/// with its first row as headings. A tool that is named and does not fit is J116 with what was expected.
RecognisedTool recognise_tool(HeadRows rows, const ReaderOptions& options, const std::string& file,
                              Diagnostics& diagnostics);

} // namespace joinedup
