// A survey file opened as far as its headings: what it is, by which evidence.
#pragma once

#include "exports/byte_source.hpp"
#include "exports/columns.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace joinedup {

struct Dialect {
  char delimiter = ','; ///< , ; tab or |
  char newline = '\n';  ///< the last byte of a line end: \n (also for \r\n), or \r where there is no \n
  bool crlf = false;    ///< line ends are mostly \r\n
  bool byte_order_mark = false;
  std::string encoding = "UTF-8";
  std::string container;         ///< what a file that is no text is, "SPSS .sav"; empty = text
  std::uint64_t header_line = 1; ///< physical line where the headings start; 0 = the headings stand on none
  std::uint64_t first_data_line = 2;
  std::vector<std::string> evidence; ///< what was found and why, a sentence each, for inspect and the run record
};

/// Headings are trimmed, unquoted and unescaped.
struct SurveyHeader {
  std::vector<std::string> headings;
  std::vector<ColumnInfo> columns; ///< empty, or one a heading
  SurveyTool tool;
  Dialect dialect;
};

class SurveyFile {
public:
  /// Reads as much as finding out needs. Faults (no header, a workbook named .csv, NUL bytes in the header, duplicate
  /// headings that cannot be told apart ...) are errors in the outcome.
  static Outcome<SurveyFile> open(std::unique_ptr<ByteSource> source, std::string name, const ReaderOptions& options);
  SurveyFile(SurveyFile&&) noexcept;
  SurveyFile& operator=(SurveyFile&&) noexcept;
  ~SurveyFile();

  const std::string& name() const; ///< as messages show it
  const SurveyHeader& header() const;

  struct Impl;
  Impl& impl() { return *impl_; } ///< for read_records

private:
  SurveyFile();
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
