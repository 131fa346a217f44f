#include "pipeline/analysis.hpp"

#include "pipeline/analyses/coherence.hpp"
#include "pipeline/analyses/design_effects.hpp"
#include "pipeline/analyses/distributions.hpp"
#include "pipeline/analyses/funnel.hpp"
#include "pipeline/analyses/peers.hpp"
#include "pipeline/analyses/rank_chances.hpp"
#include "pipeline/analyses/rank_fifths.hpp"
#include "pipeline/analyses/reliability.hpp"
#include "pipeline/analyses/response.hpp"
#include "pipeline/analyses/sensitivity.hpp"
#include "pipeline/analyses/wave_change.hpp"

#include <iterator>

namespace joinedup {

namespace {

/// A line an analysis; the functions stand in src/pipeline/analyses/.
const std::vector<Analysis>& table() {
  static const std::vector<Analysis> all{
      response_analysis,    distributions_analysis, wave_change_analysis,  design_effects_analysis,
      funnel_analysis,      peers_analysis,         rank_chances_analysis, rank_fifths_analysis,
      reliability_analysis, coherence_analysis,     sensitivity_analysis,
  };
  return all;
}

template <typename T> void move_to(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

std::span<const Analysis> analyses() { return table(); }

void add_analyses(const AnalysisInput& input, RunResults& results) {
  AnalysisOutput all;
  for (const Analysis& analysis : analyses()) {
    if (!analysis.wanted(input.results)) continue;
    AnalysisOutput one = analysis.run(input);
    move_to(all.tables, one.tables);
    move_to(all.settings, one.settings);
    all.diagnostics.merge(one.diagnostics);
  }
  move_to(results.tables, all.tables);
  move_to(results.settings, all.settings);
  results.diagnostics.merge(all.diagnostics);
}

} // namespace joinedup
