// What a study asks of survey estimation and case mix, as read; the defaults are those in force.
#pragma once

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// What a stratum of one sampled unit adds to a variance (Lumley 2010, 10.1002/9780470580066, section 5.5).
enum class SinglePsu : std::uint8_t {
  adjust,    ///< its total about the grand mean, which is 0
  certainty, ///< nothing: it was sure to be in the sample
  average,   ///< what the other strata add on average
  fail,      ///< the run stops
};

/// Units (PSUs, or people where there are none) in one stratum's population.
struct StratumPopulation {
  std::string stratum; ///< text as in the survey's column
  double units = 0;
  Position where = {};
};

/// A CSV that a study names, by its columns.
struct StratumPopulations {
  std::string file, stratum, n;
  std::vector<StratumPopulation> rows = {}; ///< what the table holds, once read
};

enum class Uncertainty : std::uint8_t { linearised, jackknife, bootstrap };
enum class ProportionInterval : std::uint8_t { normal, wilson, logit, beta };

struct EstimationSpec {
  Uncertainty uncertainty = Uncertainty::linearised;
  SinglePsu single_psu = SinglePsu::adjust;
  std::optional<StratumPopulations> fpc = {}; ///< none = populations without end
  bool design_df = false;                     ///< t intervals by degrees of freedom of the design
  ProportionInterval proportion = ProportionInterval::normal;
  std::uint64_t replicates = 500; ///< bootstrap
};

/// One level of a margin and its population total.
struct MarginLevel {
  std::string column, level;
  double total = 0;
  Position where = {};
};

struct RakeSpec {
  std::string file;                     ///< CSV: column, level, total
  std::vector<MarginLevel> levels = {}; ///< what the table holds, once read
  double trim = 5;                      ///< times the mean weight; 0 = never
  bool compat_r_survey = false;         ///< sweeps with unweighted means, as R's survey package does
  Position where = {};
};

struct Adjuster {
  std::string column;
  bool number = false; ///< else a category
  Position where = {};
};

enum class CaseMixMethod : std::uint8_t { regression, direct };

struct CaseMixSpec {
  CaseMixMethod method = CaseMixMethod::regression;
  std::vector<Adjuster> adjusters;
  std::uint64_t area_minimum = 0; ///< regression: smaller areas are adjusted, and take no part in the fit
  bool logistic = false;          ///< regression: measures of 0 and 1 on the log odds
  double cap = 5;                 ///< direct: most that a respondent's weight is multiplied by
  Position where = {};
};

} // namespace joinedup
