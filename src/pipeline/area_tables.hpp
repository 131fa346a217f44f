// Indicators that come as tables of figures by area: read before the surveys, then laid over their estimates.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/index_binding.hpp"
#include "stats/standardised.hpp"

#include <joinedup/area_table.hpp>
#include <joinedup/estimates.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace joinedup {

/// What a table says of one area, region or the whole; rows of one area are added up where they are counts.
/// NaN = not given.
struct AreaFigure {
  AreaTableRow row;
  std::map<std::string, Stratum> strata = {}; ///< by group, where the kind is a standardised one
  bool given() const;
};

struct LoadedTable {
  std::size_t indicator = 0; ///< number in IndexBinding::indicators
  std::string id;            ///< of the indicator
  AreaTable spec;
  std::map<std::string, AreaFigure> figures; ///< by the geography's own code, or as found
  std::string whole;                         ///< code of the row of the whole; empty = made of the areas
  std::map<std::string, Stratum> reference;  ///< of kind standardised_ratio: the whole, by group
};

struct AreaTables {
  std::vector<LoadedTable> tables;
  std::set<std::string> areas; ///< codes of the areas that any table of the index knows
  bool whole_index = false;    ///< every indicator of the index is a table: no respondents are counted
  bool mean_of_areas = false;  ///< the whole of some indicator of the index is the plain mean of the areas
  std::vector<InputInfo> files;
  std::vector<Setting> settings;
  Diagnostics notes; ///< areas that are unknown or without a figure
};

/// Events and population add up; the standard population is the same in all.
void add_strata(const std::map<std::string, Stratum>& from, std::map<std::string, Stratum>& to);

/// Reads every table that the index names. Paths are as seen from the working folder. Errors: J508 (the file), J652
/// (nothing says what the whole is).
Outcome<AreaTables> load_area_tables(const IndexBinding& binding, const Geography* geography, FileStore& files);

/// Puts value, error and base of every table into the estimates, without covariance with any other indicator. Where the
/// index is tables throughout, their areas are the areas of the run; else those with respondents. `covers_whole`: the
/// survey, or the tables where there is none, stand for the geography's whole.
void lay_over(const AreaTables& tables, const Geography* geography, bool covers_whole, Estimates& estimates,
              Diagnostics& diagnostics);

} // namespace joinedup
