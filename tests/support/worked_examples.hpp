// Rows of a committed CSV of worked examples, cells by heading.
#pragma once

#include "base/csv_table.hpp"
#include "support/scorer.hpp"

#include <map>
#include <string>
#include <vector>

namespace joinedup::test {

using Example = std::map<std::string, std::string>;

inline std::vector<Example> worked_examples(const std::string& path) {
  const auto table = read_csv_table(file_text(std::string(JOINEDUP_TESTS) + "/oracle/data/" + path), path);
  INFO(first_fault(table.diagnostics));
  REQUIRE(table);
  std::vector<Example> out;
  for (const CsvRow& row : table->rows) {
    Example example;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      example[table->header.cells[c]] = row.cells[c];
    out.push_back(std::move(example));
  }
  return out;
}

} // namespace joinedup::test
