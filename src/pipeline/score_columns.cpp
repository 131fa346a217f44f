#include "pipeline/score_columns.hpp"

#include <optional>
#include <vector>

namespace joinedup {

std::map<std::string, std::uint32_t> score_columns(const SurveyHeader& header, const Instrument& instrument,
                                                   const Affix& affix, bool bare) {
  std::vector<std::string> codes;
  for (const ColumnInfo& column : header.columns)
    codes.push_back(column.tool_code);
  std::map<std::string, std::uint32_t> out;
  for (const ScoreDefinition& score : instrument.scores) {
    std::vector<std::string> names = score.headings;
    names.push_back(instrument.id + " " + score.id);
    std::optional<std::uint32_t> found = usual_column(header.headings, names, affix);
    if (!found && bare) found = usual_column(header.headings, names, {});
    if (!found && bare) found = usual_column(codes, names, {});
    if (found) out[score.id] = *found;
  }
  return out;
}

} // namespace joinedup
