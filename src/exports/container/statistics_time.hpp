// Which formats of SPSS, Stata and SAS make dates of numbers.
#pragma once

#include "exports/container/container.hpp"
#include "exports/container/number_text.hpp"

#include <string_view>

namespace joinedup {

/// By a variable's format: "DATE11", "%td", "DATETIME20." ... TimeKind::none for numbers, and for weeks, quarters and
/// leap-second clocks, which have no plain ISO text.
TimeScale time_scale(ContainerKind kind, std::string_view format);

} // namespace joinedup
