// Oracle files as tables and JSON (tests/oracle/data; README.md there says where they come from).
#pragma once

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace joinedup::test {

inline std::ifstream open_oracle(const std::string& path) {
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/" + path);
  if (!file) throw std::runtime_error("no oracle file " + path);
  return file;
}

inline nlohmann::json oracle_json(const std::string& path) {
  auto file = open_oracle(path);
  return nlohmann::json::parse(file);
}

/// A plain CSV file (no quotes) by column.
class OracleTable {
public:
  explicit OracleTable(const std::string& path) {
    auto file = open_oracle(path);
    std::string line;
    std::getline(file, line);
    for (const auto& name : cells(line))
      names_.push_back(name);
    while (std::getline(file, line)) {
      auto row = cells(line);
      row.resize(names_.size());
      for (std::size_t i = 0; i < names_.size(); ++i)
        columns_[names_[i]].push_back(row[i]);
      ++rows_;
    }
  }

  std::size_t rows() const { return rows_; }
  const std::vector<std::string>& text(const std::string& column) const { return columns_.at(column); }
  /// NaN where the cell is empty or NA.
  std::vector<double> numbers(const std::string& column) const {
    std::vector<double> out;
    for (const auto& cell : columns_.at(column)) {
      out.push_back(cell.empty() || cell == "NA" ? std::numeric_limits<double>::quiet_NaN() : std::stod(cell));
    }
    return out;
  }

private:
  static std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');)
      out.push_back(cell);
    return out;
  }

  std::vector<std::string> names_;
  std::map<std::string, std::vector<std::string>> columns_;
  std::size_t rows_ = 0;
};

} // namespace joinedup::test
