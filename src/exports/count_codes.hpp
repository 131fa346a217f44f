// How often codes occur in a column of answers.
#pragma once

#include <joinedup/responses.hpp>

#include <cstdint>
#include <span>

namespace joinedup {

std::uint64_t count_equal(std::span<const AnswerCode> codes, AnswerCode wanted);
/// Codes of `is_answer`.
std::uint64_t count_answers(std::span<const AnswerCode> codes);

} // namespace joinedup
