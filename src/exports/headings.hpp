// Finding a file's columns by their headings.
#pragma once

#include "exports/survey_file.hpp"

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// A heading as people mean it, compared as labels are: see normal_label.
std::string normal_heading(std::string_view text);

class Headings {
public:
  explicit Headings(const SurveyFile& file);

  /// All fields with this heading: the very text, else the same without case and markup, else the survey tool's own
  /// code of the column, else its question text or variable label.
  std::vector<std::uint32_t> all(std::string_view name) const;
  /// The field that `name`, or `name#2` for the second of its kind, means. Faults: no such column (J110), several
  /// (J111). `asked_by` says who asked, such as "--area" or "the map"; `where` is the place in the map.
  std::optional<std::uint32_t> find(std::string_view name, std::string_view asked_by, const Position& where,
                                    Diagnostics& diagnostics) const;
  const std::vector<std::string>& names() const { return names_; }
  const std::string& file() const { return file_; }

private:
  std::string file_;
  std::uint64_t line_;
  std::vector<std::string> names_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> exact_, loose_, codes_, texts_;
};

} // namespace joinedup
