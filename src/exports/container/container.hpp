// Files that are no delimited text, turned into one: workbooks, SPSS, Stata and SAS transport files.
#pragma once

#include "exports/byte_source.hpp"
#include "exports/columns.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

enum class ContainerKind : std::uint8_t { none, workbook, spss, stata, sas_transport };

/// Told by the first bytes (at least 80 where the file has them), never by the name.
ContainerKind container_kind(std::string_view beginning);

/// A table of a container as comma-separated UTF-8 text with RFC 4180 quotes, a heading row first; it is made while it
/// is read, and its memory does not grow with the records. Blank rows of a sheet are kept as blank records.
struct ContainedTable {
  std::unique_ptr<ByteSource> text; ///< read() throws std::runtime_error where the file turns out to be damaged
  char newline = '\n';              ///< what ends a record; chosen so that it stands in no cell
  std::vector<ColumnInfo> columns;  ///< empty where the container says nothing of its columns
  std::string format;               ///< "SPSS .sav", "workbook sheet \"Form1\"", for inspect and the run record
  std::vector<std::string> evidence;
  bool has_headings_as_row = true; ///< false: names of variables; then line numbers count records from 1
};

/// `source` is read from its start. `sheet` names a workbook's sheet; empty = the first that holds cells.
Outcome<ContainedTable> open_container(ContainerKind kind, std::unique_ptr<ByteSource> source, const std::string& name,
                                       const std::string& sheet);

} // namespace joinedup
