// Figures of scales -> CSV and JSON. Pure: each returns the whole text.
#pragma once

#include "model/quality.hpp"

#include <string>

namespace joinedup {

/// Tidy: a row per area x scale x item x statistic, the whole first.
std::string quality_csv(const QualityResults& results);
std::string quality_json(const QualityResults& results);

} // namespace joinedup
