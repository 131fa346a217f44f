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

/// Columns of one form of a tool whose records hold some forms each.
struct FormColumns {
  std::string id;                            ///< what the tool calls it
  std::uint32_t first = 0, last = 0;         ///< fields, both included
  std::uint32_t complete = 0;                ///< blank where the record does not hold the form
  std::optional<std::uint32_t> not_finished; ///< holds `not_finished_text` where the form was begun only
};

/// The survey tool that wrote the file.
struct SurveyTool {
  std::string id;                          ///< as --from names it: qualtrics, redcap ...; csv = none recognised
  std::string name;                        ///< as people write it
  std::string confidence = "VERIFIED";     ///< of the layout: VERIFIED, LIKELY or UNVERIFIED (docs/data-formats.md)
  std::vector<std::string> evidence;       ///< why, a sentence each
  std::uint32_t header_rows = 1;           ///< rows before the first record
  std::optional<std::uint32_t> record;     ///< column that names the record
  std::vector<RecordRule> rules;           ///< the first that holds decides
  std::vector<std::uint32_t> repeats = {}; ///< columns that tell records of one id apart: event, instance
  std::vector<std::uint32_t> passing = {}; ///< columns that differ when one person answers twice: times, addresses
  std::vector<FormColumns> forms = {};     ///< empty = every record holds every question
  std::string not_finished_text = {};      ///< of FormColumns::not_finished
  std::string two_meanings = {};           ///< a word in answers that is a reason and an answer at once
  bool published = false;                  ///< counts or shares of many people a row: no responses
};

} // namespace joinedup
