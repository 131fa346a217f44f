// What the cells of one item mean in one file: the definition's codes and labels, the file's own, the map's words.
#pragma once

#include "exports/headings.hpp"
#include "exports/reading_plan.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace joinedup {

class ItemPlanner {
public:
  ItemPlanner(const SurveyFile& survey, const Headings& headings, const ColumnMap& map, Diagnostics& diagnostics)
      : survey_(survey), headings_(headings), map_(map), diagnostics_(diagnostics) {}

  ItemPlan plan(const Item& item, const Administration& a, std::vector<std::uint32_t> columns) const;

private:
  void announce_swallowed(const Item& item, const ItemPlan& plan, const std::map<std::string, std::string>& for_all,
                          const std::map<std::string, std::string>& labels) const;
  Position map_place() const { return {map_.file, 0, 0, ""}; }
  Position file_place() const { return {survey_.name(), survey_.header().dialect.header_line, 0, ""}; }

  const SurveyFile& survey_;
  const Headings& headings_;
  const ColumnMap& map_;
  Diagnostics& diagnostics_;
};

} // namespace joinedup
