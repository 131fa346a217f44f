// What every section of the report is given, and the sections in the order of the page.
#pragma once

#include "report/html/wording.hpp"

#include <joinedup/results.hpp>

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <vector>

namespace joinedup {

/// Appends to a page under construction. Arguments that come from outside must be escaped by the caller.
template <typename... T> void put(std::string& out, fmt::format_string<T...> text, T&&... arguments) {
  fmt::format_to(std::back_inserter(out), text, std::forward<T>(arguments)...);
}

/// Areas of one region, by name; without geography one group holds all and has no name.
struct AreaGroup {
  std::string name;
  const AreaResult* region = nullptr;
  std::vector<const AreaResult*> areas;
};

/// The results as a page sees them: hidden rows emptied, words chosen, areas grouped.
struct ReportPage {
  explicit ReportPage(const RunResults& published);

  const RunResults& results;
  Wording wording;
  std::vector<AreaGroup> groups;
  bool compared = false, spread = false, ranks = false; ///< whether any area has a band, a spread band, a rank interval
  bool measures_compared = false, measures_spread = false; ///< the same for any measure of any area
  std::string target;                                      ///< its name, escaped

  /// Id of an area's section: its code where that is plain, else its number.
  std::string anchor(const AreaResult& area) const;
};

/// How many notices stand at the top; the rest follow in section 6.
inline constexpr std::size_t notices_in_sight = 4;
std::vector<std::string> report_notices(const RunResults& results);

/// What stands before the sections of any page; `area` names the one that a page is about.
void append_page_head(std::string& out, const RunResults& results, const std::string& area);
/// A number and its per cent sign stay on one line: the space between them becomes one that does not break.
std::string percent_kept(const std::string& html);

void append_headline(std::string& out, const ReportPage& page);
void append_answered(std::string& out, const ReportPage& page);
void append_compared(std::string& out, const ReportPage& page);
void append_areas_table(std::string& out, const ReportPage& page);
void append_tile_map(std::string& out, const ReportPage& page);
void append_measures(std::string& out, const ReportPage& page);
void append_chooser(std::string& out, const ReportPage& page);
void append_hidden(std::string& out, const ReportPage& page);
/// What the marks beside an area mean.
void append_marks(std::string& out, const RunResults& results);
void append_method(std::string& out, const ReportPage& page);
/// The method as a table, a row a step.
void append_steps(std::string& out, const ReportPage& page);
void append_further_notices(std::string& out, const ReportPage& page);
void append_question_weights(std::string& out, const ReportPage& page);
void append_catch_all(std::string& out, const ReportPage& page);
/// The tables of further analyses that answer this section's question, with their findings.
void append_further_tables(std::string& out, const ReportPage& page, TableSection section);
void append_record(std::string& out, const ReportPage& page);
/// `list` is where the list of areas stands; empty = nowhere.
void append_area_page(std::string& out, const ReportPage& page, const AreaResult& area, const std::string& list);
void append_profile(std::string& out, const ReportPage& page, const AreaResult& area);
void append_parts(std::string& out, const ReportPage& page, const AreaResult& area);

} // namespace joinedup
