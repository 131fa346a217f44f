#include "pipeline/analyses/rank_fifths.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::size_t groups = 5;

/// 1 = highest; areas of one rank are in one fifth.
std::uint64_t fifth_of(int rank, std::size_t areas) { return 1 + groups * static_cast<std::size_t>(rank - 1) / areas; }

ResultTable table_of(const std::vector<const AreaResult*>& areas) {
  ResultTable out;
  out.id = "rank_fifths";
  out.title = "Fifths of the ranked areas";
  out.method = "rank_fifths";
  out.columns = {{"area_code", "Code", 0},         {"area_name", "Area", 0},           {"rank", "Rank", 0},
                 {"fifth", "Fifth, 1 highest", 0}, {"fifth_from", "Could be from", 0}, {"fifth_to", "Could be to", 0}};
  std::size_t sure = 0;
  for (const AreaResult* area : areas) {
    const std::uint64_t fifth = fifth_of(*area->rank, areas.size());
    std::vector<TableCell> row{area->code, area->name, static_cast<std::uint64_t>(*area->rank), fifth};
    if (area->rank_interval) {
      const std::uint64_t from = fifth_of(area->rank_interval->low, areas.size()),
                          to = fifth_of(area->rank_interval->high, areas.size());
      sure += from == to ? 1 : 0;
      row.insert(row.end(), {TableCell{from}, TableCell{to}});
    } else {
      row.resize(out.columns.size());
    }
    out.rows.push_back(std::move(row));
  }
  out.finding =
      fmt::format("{} of {} ranked areas are in one fifth by all the ranks that they could hold.", sure, areas.size());
  out.notes = {"A fifth of the areas is lowest however alike they are: bands say who differs",
               "Could be: the fifths of both ends of the rank interval"};
  return out;
}

AnalysisOutput run_rank_fifths(const AnalysisInput& input) {
  AnalysisOutput out;
  std::vector<const AreaResult*> areas;
  for (const AreaResult& area : input.results.areas)
    if (area.rank) areas.push_back(&area);
  if (areas.size() < groups) {
    out.settings.push_back({"fifths", "not given: fewer than five areas are ranked", "study"});
    return out;
  }
  out.settings.push_back({"fifths", "of the ranked areas", "study"});
  out.tables.push_back(table_of(areas));
  return out;
}

} // namespace

const Analysis rank_fifths_analysis{"rank_fifths", [](const RunResults& r) { return r.study.comparison.fifths; },
                                    run_rank_fifths};

} // namespace joinedup
