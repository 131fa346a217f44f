// bands: the name of the band that holds a score, after rounding half up to the scheme's decimals (RULINGS R14).
#include "scoring/operations/builders.hpp"

#include "base/edit_distance.hpp"
#include "scoring/rounding.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

class Bands : public Operation {
public:
  explicit Bands(const BandScheme& scheme) : decimals_(scheme.decimals) {
    for (const ScoreBand& band : scheme.bands)
      ends_.emplace_back(scaled(band.low), scaled(band.high));
  }

  void run(Run& run, PlanColumn& column) const override {
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (!has_value(column.scores.status[r])) continue;
      const std::int64_t value = scaled_half_up(column.scores.value[r], decimals_);
      std::size_t band = 0;
      while (band < ends_.size() && (value < ends_[band].first || value > ends_[band].second))
        ++band;
      if (band == ends_.size())
        set_empty(column, r, ScoreStatus::missing);
      else
        column.scores.value[r] = static_cast<double>(band);
    }
  }

private:
  std::int64_t scaled(double value) const { return std::llround(value * power_of_ten(decimals_)); }

  int decimals_;
  std::vector<std::pair<std::int64_t, std::int64_t>> ends_; ///< in units of the last decimal
};

} // namespace

std::unique_ptr<Operation> build_bands(Chain& chain, const Parameters& parameters) {
  const auto id = parameters.text("scheme");
  if (!id) {
    if (!parameters.has("scheme")) parameters.lacks("scheme", "the id of a band scheme");
    return nullptr;
  }
  std::vector<std::string> names;
  for (const BandScheme& scheme : chain.instrument.band_schemes) {
    names.push_back(scheme.id);
    if (scheme.id != *id) continue;
    for (const ScoreBand& band : scheme.bands)
      chain.column.texts.push_back(band.label);
    chain.column.is_text = true;
    chain.column.low = chain.column.high = std::nullopt;
    return std::make_unique<Bands>(scheme);
  }
  parameters.fault("J514", "scheme", fmt::format("\"scheme\" names \"{}\", expected one of this definition", *id),
                   suggestion(*id, names));
  return nullptr;
}

} // namespace joinedup
