// The last gate before anything is written: whatever is marked as hidden is emptied, wherever it still stands.
#pragma once

#include <joinedup/results.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace joinedup {

/// Results whose hidden rows hold no number at all, whoever filled them. Every writer starts from this, so that no
/// file depends on another layer having emptied what it marked. Idempotent.
RunResults without_hidden(RunResults results);

/// Area codes that the geography does not know: those of fewer than `minimum` records stand together as "other codes",
/// since a mistyped cell may hold anything.
std::map<std::string, std::uint64_t> pooled_codes(const std::map<std::string, std::uint64_t>& codes,
                                                  std::uint64_t minimum);

/// Why a single indicator is not shown in an area, in words; empty when it is shown.
std::string hidden_reason(const ResultStatus& status, const DisclosureSpec& disclosure);

/// "hidden: fewer than 10 answers"; a reason that says "hidden" itself is not told twice.
std::string hidden_words(const std::string& reason);

} // namespace joinedup
