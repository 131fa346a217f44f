#include "pipeline/analyses/sensitivity_model.hpp"

#include "index/normalisers/goalposts.hpp"
#include "index/rest.hpp"
#include "pipeline/analyses/sensitivity_points.hpp"
#include "pipeline/analyses/sensitivity_stand_in.hpp"
#include "pipeline/assemble_comparisons.hpp"
#include "publish/bands.hpp"
#include "publish/comparison.hpp"
#include "publish/usual_spread.hpp"
#include "stats/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace joinedup {

namespace {

const AreaResult* published(const RunResults& results, const std::string& code) {
  const auto found =
      std::find_if(results.areas.begin(), results.areas.end(), [&](const AreaResult& a) { return a.code == code; });
  return found == results.areas.end() ? nullptr : &*found;
}

bool takes_part(const DraftRow& row, const AreaResult& shown, const RunResults& results) {
  return row.index == Hiding::shown && row.imputed == 0 && shown.index.value && row.composite.se > 0 &&
         row.estimate->n >= results.study.disclosure.caution &&
         (row.composite.coverage.complete || results.study.partial_levels);
}

/// What of an estimate of the area is behind a run; `there`: indicators that are shown.
SensitivityMeans means_of(const DomainEstimate& e, const Estimates& all, const IndexFrame& frame,
                          const std::vector<bool>& there) {
  const std::size_t k = frame.components.size(), size = e.mean.size();
  const bool large = weight_share(frame, e, all.total) > large_share;
  SensitivityMeans out;
  out.covariance.assign(k * k, 0);
  for (std::size_t i = 0; i < k; ++i) {
    out.mean.push_back(there[i] ? e.mean[i] : NAN);
    out.reference.push_back(large ? mean_of_rest(e, all.total, i) : all.total.mean[i]);
    for (std::size_t j = 0; j < k; ++j) {
      const double c = e.covariance[i * size + j];
      out.covariance[i * k + j] = there[i] && there[j] && std::isfinite(c) ? c : 0;
    }
  }
  return out;
}

/// The estimate of the same area; null where it is not among them.
const DomainEstimate* same_area(const Estimates& estimates, const std::string& code) {
  const auto found = std::find_if(estimates.areas.begin(), estimates.areas.end(),
                                  [&](const DomainEstimate& e) { return e.code == code; });
  return found == estimates.areas.end() ? nullptr : &*found;
}

SensitivityArea area_of(const DraftRow& row, const AreaResult& shown, const AnalysisInput& input) {
  const std::size_t k = input.frame.components.size();
  SensitivityArea out;
  out.published = &shown;
  std::vector<bool> there;
  for (std::size_t i = 0; i < k; ++i)
    there.push_back(row.indicators[i] == Hiding::shown && std::isfinite(row.estimate->mean[i]));
  out.headline = means_of(*row.estimate, input.estimates, input.frame, there);
  const DomainEstimate* other = input.beside != nullptr ? same_area(*input.beside, row.estimate->code) : nullptr;
  if (other == nullptr) return out;
  for (std::size_t i = 0; i < k; ++i)
    there[i] = there[i] && std::isfinite(other->mean[i]);
  out.beside = means_of(*other, *input.beside, input.frame, there);
  return out;
}

std::vector<std::uint16_t> ranks_of(const std::vector<double>& values) {
  std::vector<std::uint16_t> out;
  for (const CompetitionRank& one : competition_ranks(values))
    out.push_back(static_cast<std::uint16_t>(one.rank));
  return out;
}

double standard_error(const SensitivityMeans& area, std::span<const double> gradient, double variance) {
  const std::size_t k = gradient.size();
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j)
      variance += gradient[i] * gradient[j] * area.covariance[i * k + j];
  return std::sqrt(std::max(variance, 0.0));
}

/// An area whose SE is 0 in this run has no z and so no band.
std::vector<Band> bands_of(const std::vector<double>& differences, const std::vector<double>& se,
                           const ComparisonOptions& options) {
  std::vector<double> z(se.size());
  for (std::size_t a = 0; a < se.size(); ++a)
    z[a] = se[a] > 0 ? differences[a] / se[a] : NAN;
  UsualSpread spread; // with few areas, or where no spread is asked for, z is banded
  if (se.size() >= ComparedAreas::fewest) spread = usual_spread(z, se, options);
  if (!spread.given) spread = {0, 0, 1, true, {}};
  const BandLimits limits = band_limits(options);
  std::vector<Band> out;
  for (std::size_t a = 0; a < se.size(); ++a)
    out.push_back(se[a] > 0 ? band_of(spread.z(differences[a], se[a]), false, limits) : Band::none);
  return out;
}

} // namespace

SensitivityModel::SensitivityModel(const AnalysisInput& input)
    : frame_(input.frame), options_(input.results.study.comparison) {
  for (const Component& c : frame_.components) {
    shares_.push_back(c.weight);
    published_.push_back(c.points.line);
  }
  for (std::size_t k = 0; k < shares_.size(); ++k) {
    const IndicatorInfo& info = input.results.indicators[k];
    goalposts_.push_back(goalposts_line({info.low, info.high, info.low_is_good}));
  }
  for (const DraftRow& row : input.drafts.areas) {
    const AreaResult* shown = published(input.results, row.estimate->code);
    if (shown == nullptr || !takes_part(row, *shown, input.results)) continue;
    areas_.push_back(area_of(row, *shown, input));
    regions_.push_back(shown->region);
    for (std::size_t k = 0; k < shares_.size(); ++k)
      imputes_ = imputes_ || (std::isnan(areas_.back().headline.mean[k]) && shares_[k] > 0);
  }
  adjusts_ = input.beside != nullptr;
}

/// Shares that sum to 1 without what is left out. Where a draw gave everything to just that, the shares as given.
std::vector<double> SensitivityModel::weights_of(const RunChoices& choices) const {
  for (const std::vector<double>* drawn : {&choices.weights, &shares_}) {
    std::vector<double> out = *drawn;
    if (choices.left_out > 0) out[choices.left_out - 1] = 0;
    const double sum = std::accumulate(out.begin(), out.end(), 0.0);
    for (double& w : out)
      w /= sum;
    if (sum > 0) return out;
  }
  return shares_;
}

std::vector<PointsLine> SensitivityModel::lines_of(const RunChoices& choices, std::span<const double> means) const {
  if (choices.normalise.empty()) return published_;
  return choices.normalise == "goalposts" ? goalposts_ : lines_about_areas(choices.normalise, means, goalposts_);
}

std::string no_runs(const IndexFrame& frame) {
  const double exponent = exponent_of(frame.total_method.choice);
  for (const NodeMethod& node : frame.domain_methods)
    if (!(exponent_of(node.choice) == exponent)) return "the index combines its parts by methods that runs do not know";
  for (const Component& component : frame.components)
    if (component.points.by_rank() || std::isfinite(component.points.most))
      return "points of the index are no straight lines";
  return {};
}

RunOutcome SensitivityModel::run(const RunChoices& choices, std::span<const double> means, bool bands) const {
  const std::size_t k = indicators();
  const std::vector<double> weights = weights_of(choices);
  const std::vector<PointsLine> lines = lines_of(choices, means);
  const double exponent =
      exponent_of(choices.aggregate.empty() ? frame_.total_method.choice : MethodChoice{choices.aggregate});

  std::vector<std::vector<double>> points(areas_.size(), std::vector<double>(k));
  for (std::size_t a = 0; a < areas_.size(); ++a)
    for (std::size_t i = 0; i < k; ++i)
      points[a][i] = lines[i](means[a * k + i]);
  const bool grouped = imputes_ && choices.imputation.starts_with("group_");
  const auto groups = grouped ? group_points(points, regions_) : std::vector<std::vector<GroupPoints>>(areas_.size());

  RunOutcome out;
  std::vector<double> differences, se, reference(k), gradient(k);
  for (std::size_t a = 0; a < areas_.size(); ++a) {
    const SensitivityMeans& from = choices.beside ? areas_[a].beside : areas_[a].headline;
    for (std::size_t i = 0; i < k; ++i)
      reference[i] = lines[i](from.reference[i]);
    const StandIn full = stand_in(choices.imputation, points[a], reference, weights, frame_, groups[a]);
    PointIndex index = index_of_points(exponent, full.points, weights);
    out.value.push_back(index.value);
    if (!bands) continue;
    double of_others = 0; // variance by what other areas stand in for
    for (std::size_t i = 0; i < k; ++i) {
      of_others += index.by_point[i] * index.by_point[i] * full.variance[i];
      for (std::size_t j = 0; j < full.share[i].size(); ++j)
        index.by_point[j] += index.by_point[i] * full.share[i][j];
    }
    for (std::size_t i = 0; i < k; ++i)
      gradient[i] = index.by_point[i] * lines[i].slope;
    differences.push_back(index.value - index_of_points(exponent, reference, weights).value);
    se.push_back(standard_error(from, gradient, of_others));
  }
  out.rank = ranks_of(out.value);
  if (bands) out.band = bands_of(differences, se, options_);
  return out;
}

} // namespace joinedup
