// Builders of the operations, one file each beside this; operations.cpp lists them.
#pragma once

#include "scoring/operations.hpp"

namespace joinedup {

std::unique_ptr<Operation> build_reverse(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_recode(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_take(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_score(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_sum(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_mean(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_count_answered(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_top_box(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_gate(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_profile(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_level_frequency(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_value_set(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_rasch(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_flags(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_rescale(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_round(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_lookup(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_exclude(Chain& chain, const Parameters& parameters);
std::unique_ptr<Operation> build_bands(Chain& chain, const Parameters& parameters);

} // namespace joinedup
