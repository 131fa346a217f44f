// Columns that could hold the answers of an item by their numbers alone, where no heading says what was asked (V1, V2).
// Many columns can, so this finds what to choose from and never says which is which.
#pragma once

#include "pipeline/look/file_look.hpp"

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <vector>

namespace joinedup {

/// Columns of which 95 % of the filled cells are codes of the item as whole numbers: three different ones, or all where
/// there are fewer, of which some come again. The record's id is none.
std::vector<std::uint32_t> columns_with_codes(const FileLook& look, const Item& item);

} // namespace joinedup
