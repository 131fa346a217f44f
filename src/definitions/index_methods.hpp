// `normalise`, `aggregate` and `weights` of an index definition: methods with their parameters.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/spec.hpp>

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// A method's name, or an object with `method` and its parameters: unknown ones and values outside their range are
/// J550 with near names. `inherited` where the member is not given; its parameters too where the method is the same.
MethodChoice read_method(Fields& fields, const std::string& name, std::span<const MethodForm> known,
                         const MethodChoice& inherited);

/// J551 at `where` unless every parameter that the method must have is given.
void check_complete(const MethodChoice& choice, std::span<const MethodForm> known, const std::string& of,
                    const Position& where, Faults& faults);

/// Gives the index's methods to whatever has none of its own, then checks that each is complete.
void settle_methods(IndexSpec& index, Faults& faults);

} // namespace joinedup
