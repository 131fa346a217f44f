// bands: the name of the band that holds a score, after rounding half up to the scheme's decimals (RULINGS R14); or the
// level of the row of the user's table that a score came from.
#include "scoring/operations/builders.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "scoring/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
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

  std::string told(Run&, const PlanColumn& column, double before) const override {
    if (std::isnan(before)) return {};
    const double unit = power_of_ten(decimals_);
    const double rounded = static_cast<double>(scaled_half_up(before, decimals_)) / unit;
    if (!has_value(column.scores.status[0])) return fmt::format("{} is in no band", shortest(rounded));
    const auto& [low, high] = ends_[static_cast<std::size_t>(column.scores.value[0])];
    return fmt::format("{} lies from {} to {}", shortest(rounded), shortest(static_cast<double>(low) / unit),
                       shortest(static_cast<double>(high) / unit));
  }

private:
  std::int64_t scaled(double value) const { return std::llround(value * power_of_ten(decimals_)); }

  int decimals_;
  std::vector<std::pair<std::int64_t, std::int64_t>> ends_; ///< in units of the last decimal
};

/// Levels of a table whose rows rise: that of the last row at or below the score.
class TableLevels : public Operation {
public:
  TableLevels(const LookupTable& table, std::vector<std::string>& texts) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (texts.empty() || texts.back() != table.levels[row]) {
        texts.push_back(table.levels[row]);
        from_.push_back(table.rows[row].second);
      }
    }
  }

  void run(Run& run, PlanColumn& column) const override {
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (!has_value(column.scores.status[r])) continue;
      const auto above = std::upper_bound(from_.begin(), from_.end(), column.scores.value[r]);
      if (above == from_.begin())
        set_empty(column, r, ScoreStatus::missing);
      else
        column.scores.value[r] = static_cast<double>(above - from_.begin() - 1);
    }
  }

private:
  std::vector<double> from_; ///< lowest score of each level
};

constexpr std::string_view of_the_table = "table";

std::unique_ptr<Operation> table_levels(Chain& chain) {
  if (!chain.user_table) return nullptr;
  if (chain.user_table->levels.size() != chain.user_table->rows.size()) {
    chain.diagnostics.error("J449", chain.user_table->where, "the table holds no levels",
                            fmt::format("add a third column \"level\", or name cut-points that the definition has: "
                                        "joinedup instruments show {}",
                                        chain.instrument.id));
    return nullptr;
  }
  chain.column.is_text = true;
  chain.column.low = chain.column.high = std::nullopt;
  return std::make_unique<TableLevels>(*chain.user_table, chain.column.texts);
}

} // namespace

std::unique_ptr<Operation> build_bands(Chain& chain, const Parameters& parameters) {
  const auto id = parameters.text("scheme");
  if (!id) {
    if (!parameters.has("scheme")) parameters.lacks("scheme", "the id of a band scheme");
    return nullptr;
  }
  if (*id == of_the_table && chain.instrument.user_table) return table_levels(chain);
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
