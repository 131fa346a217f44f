// Turns a simulated survey (CSV on standard input) into an SPSS, Stata or SAS transport file, a record at a time:
//   joinedup simulate --records 10000000 -o - | statistics_file sav|zsav|dta|xpt RECORDS FILE
// Free text is left out; cells of the other texts are cut at 16 bytes, answers are numbers, blank cells system-missing.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <readstat.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t text_width = 16;
constexpr std::array<std::string_view, 6> texts = {"respondent_id", "icb_code", "practice",
                                                   "stratum",       "age_band", "sex"};
constexpr std::string_view left_out = "comment";

struct Column {
  readstat_variable_t* variable = nullptr; ///< null = left out
  bool text = false, whole = false;        ///< whole: a byte in a Stata file
};

/// One record of RFC 4180 text; false at the end.
bool next_record(std::istream& in, std::vector<std::string>& cells) {
  std::size_t used = 0;
  const auto open = [&] {
    if (used == cells.size()) cells.emplace_back();
    cells[used++].clear();
  };
  open();
  bool quoted = false, any = false;
  for (int c = in.rdbuf()->sbumpc(); c != EOF; c = in.rdbuf()->sbumpc()) {
    any = true;
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      open();
    else if (c == '\n' && !quoted)
      break;
    else
      cells[used - 1] += static_cast<char>(c);
  }
  cells.resize(used);
  return any;
}

void check(readstat_error_t error) {
  if (error != READSTAT_OK) throw std::runtime_error(readstat_error_message(error));
}

Column column_of(readstat_writer_t* writer, const std::string& name, bool bytes) {
  Column out;
  if (name == left_out) return out;
  for (const std::string_view text : texts)
    out.text = out.text || name == text;
  out.whole = bytes && name != "weight";
  const readstat_type_t type = out.text ? READSTAT_TYPE_STRING : out.whole ? READSTAT_TYPE_INT8 : READSTAT_TYPE_DOUBLE;
  out.variable = readstat_add_variable(writer, name.c_str(), type, out.text ? text_width : 8);
  return out;
}

void put(readstat_writer_t* writer, const Column& column, const std::string& cell) {
  if (column.variable == nullptr) return;
  if (column.text) {
    check(readstat_insert_string_value(writer, column.variable, cell.substr(0, text_width).c_str()));
    return;
  }
  char* end = nullptr;
  const double value = std::strtod(cell.c_str(), &end);
  if (end == cell.c_str() || *end != '\0' || (column.whole && (value < -127 || value > 100)))
    check(readstat_insert_missing_value(writer, column.variable));
  else if (column.whole)
    check(readstat_insert_int8_value(writer, column.variable, static_cast<std::int8_t>(value)));
  else
    check(readstat_insert_double_value(writer, column.variable, value));
}

void write(const std::string& kind, long records, std::FILE* file) {
  const std::unique_ptr<readstat_writer_t, void (*)(readstat_writer_t*)> owner(readstat_writer_init(),
                                                                               &readstat_writer_free);
  readstat_writer_t* const writer = owner.get();
  check(readstat_set_data_writer(writer, [](const void* data, std::size_t length, void* out) {
    return static_cast<ssize_t>(std::fwrite(data, 1, length, static_cast<std::FILE*>(out)));
  }));
  if (kind == "sav") readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS);
  if (kind == "zsav") readstat_writer_set_compression(writer, READSTAT_COMPRESS_BINARY);
  if (kind == "xpt") readstat_writer_set_file_format_version(writer, 8);
  std::vector<std::string> cells;
  next_record(std::cin, cells);
  std::vector<Column> columns;
  for (const std::string& name : cells)
    columns.push_back(column_of(writer, name, kind == "dta"));
  const auto begin = kind == "dta"   ? &readstat_begin_writing_dta
                     : kind == "xpt" ? &readstat_begin_writing_xport
                                     : &readstat_begin_writing_sav;
  check(begin(writer, file, records));
  for (long record = 0; record < records; ++record) {
    if (!next_record(std::cin, cells) || cells.size() < columns.size())
      throw std::runtime_error("the survey ends too soon");
    check(readstat_begin_row(writer));
    for (std::size_t k = 0; k < columns.size(); ++k)
      put(writer, columns[k], cells[k]);
    check(readstat_end_row(writer));
  }
  check(readstat_end_writing(writer));
}

} // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "statistics_file sav|zsav|dta|xpt RECORDS FILE\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  std::FILE* const file = std::fopen(words[3], "wb");
  if (file == nullptr) return 3;
  try {
    write(words[1], std::atol(words[2]), file);
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
  return std::fclose(file) == 0 ? 0 : 3;
}
