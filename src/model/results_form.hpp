// The form of results.json and run.json: what their writers (report) and readers (definitions) must agree on.
#pragma once

#include <array>
#include <string_view>

namespace joinedup {

/// Member "format" of each file. One higher whenever a reader of the form before could not read the file whole.
inline constexpr int results_format = 1;
inline constexpr int run_record_format = 1;

inline constexpr std::array<std::string_view, 3> uncertainty_words{"linearised", "jackknife",
                                                                   "bootstrap"};                ///< Uncertainty
inline constexpr std::array<std::string_view, 2> section_words{"answered", "method"};           ///< TableSection
inline constexpr std::array<std::string_view, 3> severity_words{"note", "warning", "error"};    ///< Severity
inline constexpr std::string_view built_in_word = "built in", user_folder_word = "user folder"; ///< InputInfo::origin

} // namespace joinedup
