// How well each scale works, as published: what is suppressed is empty here, so that no writer can leak it.
#pragma once

#include <joinedup/results.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// One figure of a scale or an item. `reason`: why there is no value. `flag`: what is remarkable about it, in words.
struct QualityStatistic {
  std::string name;               ///< docs/quality.md lists them
  std::optional<std::uint64_t> n; ///< its base; empty when hidden
  Number value, lower, upper;     ///< shares from 0 to 1; bounds of 95 %
  ResultStatus status;
  std::string reason, flag;
};

struct ItemQuality {
  std::string id, label;
  std::vector<QualityStatistic> statistics;
};

struct ScaleQuality {
  std::vector<QualityStatistic> statistics;
  std::vector<ItemQuality> items;
};

struct ScaleInfo {
  std::string id, label;         ///< WAVE.INSTRUMENT.SCORE
  std::vector<std::string> also; ///< further scores over the same items
  Number low, high;              ///< range of the score
};

struct QualityRow {
  std::string code, name;
  Level level = Level::area;
  std::vector<ScaleQuality> scales; ///< as QualityResults::scales
};

struct QualityResults {
  std::vector<ScaleInfo> scales;
  QualityRow total;
  std::vector<QualityRow> areas; ///< by code; empty without a column of areas
  std::uint64_t minimum = 10;    ///< smaller bases are hidden
  Reconciliation reconciliation;
  std::vector<Setting> settings;
  std::vector<InputInfo> inputs;
};

/// Null when there is none of this name.
inline const QualityStatistic* statistic(const std::vector<QualityStatistic>& all, std::string_view name) {
  for (const QualityStatistic& one : all)
    if (one.name == name) return &one;
  return nullptr;
}

} // namespace joinedup
