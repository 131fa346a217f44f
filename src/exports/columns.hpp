// What a file says of its columns and records beside their headings: labels, missing codes, marks of the survey tool.
#pragma once

#include <joinedup/responses.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// One column. Text is UTF-8, as the file writes it.
struct ColumnInfo {
  std::string text;                           ///< question text or variable label; several heading rows joined by " | "
  std::string tool_code;                      ///< the tool's own id of the column, such as an ImportId; empty = none
  std::map<std::string, std::string> labels;  ///< cell text -> label: value labels, choices of a dictionary
  std::map<std::string, std::string> missing; ///< cell text -> reason (missing, user_missing ...) as the file declares
};

/// Records that a tool marks as no answers, or that are not to be scored by default: cell text in `values` (compared
/// without case, trimmed) gives `reason`. With `others` the rule holds for every text that is not in `values`.
struct RecordRule {
  std::uint32_t column = 0; ///< field number from 0
  std::vector<std::string> values;
  bool others = false;
  DropReason reason = DropReason::not_a_response;
  std::string what; ///< for inspect and the reconciliation: "survey previews"
};

/// The survey tool that wrote the file.
struct SurveyTool {
  std::string id;                      ///< as --from names it: qualtrics, redcap ...; csv = none recognised
  std::string name;                    ///< as people write it
  std::string confidence = "VERIFIED"; ///< of the layout: VERIFIED, LIKELY or UNVERIFIED (docs/data-formats.md)
  std::vector<std::string> evidence;   ///< why, a sentence each
  std::uint32_t header_rows = 1;       ///< rows before the first record
  std::optional<std::uint32_t> record; ///< column that names the record
  std::vector<RecordRule> rules;       ///< the first that holds decides
};

} // namespace joinedup
