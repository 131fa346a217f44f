// The data dictionary that REDCap exports beside the data: what each field asks, and its choices.
#pragma once

#include "exports/survey_file.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

struct DictionaryField {
  std::string name, form, type, label;
  std::vector<std::pair<std::string, std::string>> choices; ///< code, label
};

/// The 18 standard columns, headed as downloaded or as the programming interface heads them; those used are found by
/// their headings. J160 where it is no data dictionary.
Outcome<std::vector<DictionaryField>> read_data_dictionary(std::string_view text, const std::string& file);

/// "1, Asthma | 2,Rarely, if ever| -99, Rather not say": cut at bars, then at the first comma.
std::vector<std::pair<std::string, std::string>> choices_of(std::string_view text);

/// Gives columns their field's name, label and choices: raw exports by the name, exports of labels by the label, where
/// one field alone has it. J161 where no column is a field.
Diagnostics apply_data_dictionary(const std::vector<DictionaryField>& fields, const std::string& dictionary,
                                  const std::string& file, SurveyHeader& header);

} // namespace joinedup
