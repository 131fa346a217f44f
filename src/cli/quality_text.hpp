// Scale quality for people: each scale with its items, then its areas.
#pragma once

#include "model/quality.hpp"

#include <cstddef>
#include <string>

namespace joinedup {

/// Tables are at most `width` wide.
std::string quality_text(const QualityResults& results, std::size_t width);

} // namespace joinedup
