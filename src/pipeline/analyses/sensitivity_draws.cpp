#include "pipeline/analyses/sensitivity_draws.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::array<std::string_view, 7> factor_words{"sampling",  "normalise",  "aggregate", "weights",
                                                       "leave_out", "imputation", "case_mix"};
constexpr std::uint32_t area_streams = 1000; // streams from here on are those of the areas' means

/// Indicators that weigh: leaving out one of none but one would leave no index.
std::size_t weighing(const std::vector<double>& shares) {
  return static_cast<std::size_t>(std::count_if(shares.begin(), shares.end(), [](double w) { return w > 0; }));
}

} // namespace

std::string_view words(Factor factor) { return factor_words.at(static_cast<std::size_t>(factor)); }

SensitivityDraws::SensitivityDraws(const SensitivityModel& model, const SensitivitySpec& spec, std::uint64_t seed)
    : model_(model), spec_(spec), seed_(seed) {
  const bool several = weighing(model.shares()) > 1;
  if (spec.sampling) factors_.push_back(Factor::sampling);
  if (spec.normalise.size() > 1) factors_.push_back(Factor::normalise);
  if (spec.aggregate.size() > 1) factors_.push_back(Factor::aggregate);
  if (spec.concentration > 0 && several) factors_.push_back(Factor::weights);
  if (spec.leave_out && several) factors_.push_back(Factor::leave_out);
  if (model.imputes() && spec.imputation.size() > 1) factors_.push_back(Factor::imputation);
  if (model.adjusts() && spec.case_mix) factors_.push_back(Factor::case_mix);
  if (!spec.sampling) return;
  for (const SensitivityArea& area : model.areas())
    sampling_.emplace_back(area.headline.covariance, model.indicators());
  for (const SensitivityArea& area : model.areas())
    if (model.adjusts()) sampling_beside_.emplace_back(area.beside.covariance, model.indicators());
}

SensitivityRun SensitivityDraws::nominal() const {
  SensitivityRun out;
  out.choices.weights = model_.shares();
  for (const SensitivityArea& area : model_.areas())
    out.means.insert(out.means.end(), area.headline.mean.begin(), area.headline.mean.end());
  for (const SensitivityArea& area : model_.areas())
    out.beside.insert(out.beside.end(), area.beside.mean.begin(), area.beside.mean.end());
  return out;
}

SensitivityRun SensitivityDraws::draw(std::uint64_t run, std::uint32_t sample) const {
  SensitivityRun out = nominal();
  const std::size_t k = model_.indicators();
  out.choices.normalise = spec_.normalise.front();
  out.choices.aggregate = spec_.aggregate.front();
  out.choices.imputation = spec_.imputation.front();
  for (std::size_t a = 0; a < sampling_.size(); ++a) {
    CountedBits bits(seed_, area_streams + 2 * static_cast<std::uint32_t>(a) + sample, run);
    sampling_[a].add_draw(bits, std::span(out.means).subspan(a * k, k));
    if (sampling_beside_.empty()) continue;
    CountedBits same(seed_, area_streams + 2 * static_cast<std::uint32_t>(a) + sample, run); // the same people
    sampling_beside_[a].add_draw(same, std::span(out.beside).subspan(a * k, k));
  }
  for (const Factor factor : factors_) {
    CountedBits bits(seed_, 2 * static_cast<std::uint32_t>(factor) + sample, run);
    RunChoices& c = out.choices;
    if (factor == Factor::normalise) c.normalise = spec_.normalise[bits.below(spec_.normalise.size())];
    if (factor == Factor::aggregate) c.aggregate = spec_.aggregate[bits.below(spec_.aggregate.size())];
    if (factor == Factor::weights) draw_dirichlet(bits, model_.shares(), spec_.concentration, c.weights);
    if (factor == Factor::leave_out) c.left_out = bits.below(k + 1);
    if (factor == Factor::imputation) c.imputation = spec_.imputation[bits.below(spec_.imputation.size())];
    if (factor == Factor::case_mix) c.beside = bits.below(2) == 1;
  }
  return out;
}

SensitivityRun SensitivityDraws::mixed(const SensitivityRun& a, const SensitivityRun& b, Factor factor) {
  SensitivityRun out = a;
  if (factor == Factor::sampling) {
    out.means = b.means;
    out.beside = b.beside;
  }
  if (factor == Factor::normalise) out.choices.normalise = b.choices.normalise;
  if (factor == Factor::aggregate) out.choices.aggregate = b.choices.aggregate;
  if (factor == Factor::weights) out.choices.weights = b.choices.weights;
  if (factor == Factor::leave_out) out.choices.left_out = b.choices.left_out;
  if (factor == Factor::imputation) out.choices.imputation = b.choices.imputation;
  if (factor == Factor::case_mix) out.choices.beside = b.choices.beside;
  return out;
}

} // namespace joinedup
