// One traced score in words: items, missing rule, each step with its result, the arithmetic of a value set, sources.
#pragma once

#include "pipeline/explain_lines.hpp"
#include "scoring/trace.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/responses.hpp>

#include <string>

namespace joinedup {

/// Adds the lines of one column. `value_set`: the one behind it, or null. `prefix`: WAVE.INSTRUMENT. before its name.
void explain_score(const TracedColumn& traced, const Instrument& instrument, const ValueSet* value_set,
                   const std::string& prefix, ExplainLines& out);

/// An answer without the text of its cell: the code with our own label of it, or why there is none. `number`: the cell
/// where it is a plain number, said when it is not the code itself.
std::string answer_words(AnswerCode code, const Item& item, const std::string& number);

} // namespace joinedup
