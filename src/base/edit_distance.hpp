// "Did you mean": the nearest of a list of names.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), letters without case.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, if it is near enough to be a likely slip (a third of its length, at most 3,
/// or `name` is a beginning of it); empty otherwise. The first of equals wins.
std::string nearest(std::string_view name, std::span<const std::string> candidates);

/// `did you mean NEAREST?`, else `one of A, B, C` for up to 12 candidates, else empty.
std::string suggestion(std::string_view name, std::span<const std::string> candidates);

} // namespace joinedup
