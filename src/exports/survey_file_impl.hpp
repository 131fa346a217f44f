// What an opened file holds between its headings and its records.
#pragma once

#include "exports/structure.hpp"
#include "exports/survey_file.hpp"

namespace joinedup {

struct SurveyFile::Impl {
  std::unique_ptr<ByteSource> source;
  std::string name;
  SurveyHeader header;
  std::string header_record; ///< the heading record as it stands in the file; empty where there is none
  std::string read_ahead;    ///< bytes read already, from the first data line on
  bool ended = false;        ///< read_ahead reaches the end of the file
  bool decimal_comma = false;

  Separators separators() const { return {header.dialect.delimiter, header.dialect.newline}; }
};

} // namespace joinedup
