// What an opened file holds between its headings and its records.
#pragma once

#include "exports/decimal_sign.hpp"
#include "exports/reading_progress.hpp"
#include "exports/structure.hpp"
#include "exports/survey_file.hpp"
#include "exports/text_encoding.hpp"

#include <memory>
#include <string>
#include <vector>

namespace joinedup {

struct SurveyFile::Impl {
  std::unique_ptr<ByteSource> source;
  std::string name;
  SurveyHeader header;
  std::vector<std::string> header_records; ///< the heading rows as they stand in the file
  std::string read_ahead;                  ///< bytes read already, from the first data line on
  bool ended = false;                      ///< read_ahead reaches the end of the file
  std::uint64_t first_byte = 0;            ///< where the records begin in the text
  NumberStyle numbers;
  std::vector<bool> decimal_commas;        ///< columns_of_decimal_commas; empty where the file has one sign
  std::shared_ptr<ReplacedBytes> replaced; ///< where undecodable bytes are replaced
  ReadingProgress* watched = nullptr;      ///< records are counted there; not owned

  Separators separators() const { return {header.dialect.delimiter, header.dialect.newline}; }
};

} // namespace joinedup
