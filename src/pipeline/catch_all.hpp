// Catch-all answers ("don't know", "not relevant"): how many there are by item and by area, and how far the other rule
// would move each area (RULINGS R36). Only records that hold one are scored twice.
#pragma once

#include "base/exact_sum.hpp"
#include "pipeline/indicator_scores.hpp"
#include "pipeline/scorers.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace joinedup {

class Pack;

/// An instrument of the run whose definition offers a choice of two rules.
struct CatchAllCase {
  std::string instrument, in_force, other;
  std::vector<std::size_t> items;      ///< numbers of its items that have catch-all words
  std::vector<std::string> item_names; ///< of those
  std::vector<std::size_t> indicators; ///< that it alone makes
  std::vector<std::size_t> columns;    ///< theirs in the other plan
  std::shared_ptr<const ScoringPlan> plan;
};

/// Cases of a run; none where no indicator's instrument has the choice.
std::vector<CatchAllCase> catch_all_cases(const IndexBinding& binding, Scorers& scorers, const SurveySetup& setup,
                                          FileStore& files);

/// Counts and sums of one thread; merge is exact, so results do not depend on how the work is cut.
class CatchAllSums {
public:
  explicit CatchAllSums(const std::vector<CatchAllCase>& cases) : cases_(&cases), sums_(cases.size()) {}
  /// `scores`: those of the plans in force, by administration.
  void add(const RecordBlock& block, const FileIndicators& file, const std::vector<ScoreBlock>& scores,
           const std::vector<AdministrationPlan>& administrations);
  void merge(const CatchAllSums& other);
  /// `areas`: as PackedNumbers::area.
  void pack(Pack& pack, const std::vector<std::uint32_t>& areas);
  /// For areas that are shown in `results`, which is complete otherwise, and have enough people with such an answer.
  std::vector<CatchAllResult> results(const Estimates& estimates,
                                      const std::function<std::string(std::uint32_t)>& code_of,
                                      const RunResults& results) const;

private:
  struct Sum {
    ExactSum weight, value;
    std::uint64_t people = 0;
    void add(double w, double y, std::uint64_t count) {
      people += count;
      weight.add(w, count);
      value.add(w * y, count);
    }
  };
  struct Shift {
    Sum now, other; ///< over the records with a catch-all answer
    void merge(const Shift& more);
  };
  struct Cell {
    std::uint64_t caught = 0, answers = 0;
    std::uint64_t people = 0;  ///< with one such answer or more
    std::vector<Shift> shifts; ///< by indicator of the case; empty until there is one
    void merge(const Cell& more);
    void pack(Pack& pack, std::size_t indicators);
  };
  struct CaseSums {
    std::vector<std::uint64_t> caught, answers; ///< by item
    std::vector<Cell> areas;                    ///< by area number
    void pack(Pack& pack, const CatchAllCase& the_case, const std::vector<std::uint32_t>& numbers);
  };
  void add_case(const CatchAllCase& the_case, CaseSums& sums, const RecordBlock& block, std::size_t administration,
                const FileIndicators& file, const std::vector<ScoreBlock>& scores);
  static void add_again(const CatchAllCase& the_case, CaseSums& sums, const RecordBlock& block,
                        const std::vector<std::size_t>& records, std::size_t administration, const FileIndicators& file,
                        const std::vector<ScoreBlock>& scores);
  /// Codes of the areas of which something may be told. With few such people in an area, or with the total and the
  /// other areas giving few away, the shift of a mean would be the score of one of them.
  static std::set<std::string> told(const CatchAllCase& the_case, const std::map<std::string, const Cell*>& cells,
                                    const Cell& total, const RunResults& results);
  static CatchAllArea area_result(const CatchAllCase& the_case, const Cell& cell, const DomainEstimate& estimate,
                                  const AreaResult& shown, const RunResults& results);

  const std::vector<CatchAllCase>* cases_;
  std::vector<CaseSums> sums_;
};

/// A sentence an instrument: the share and how far areas would move.
std::vector<std::string> catch_all_notices(const std::vector<CatchAllResult>& results);

} // namespace joinedup
