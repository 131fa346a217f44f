// A simulated survey of invented areas, read back by a plain CSV parser that shares nothing with the product.
#pragma once

#include "definitions/simulation.hpp"
#include "simulate/simulator.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace joinedup::simulated {

inline SimulationSpec shipped_definition() {
  std::ifstream file(JOINEDUP_SOURCE "/instruments/simulation.json", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  Outcome<SimulationSpec> spec = read_simulation(text.str(), "simulation.json");
  for (const Diagnostic& d : spec.diagnostics.all()) {
    UNSCOPED_INFO(d.where.line << ":" << d.where.column << " " << d.message);
  }
  REQUIRE(spec);
  return *spec;
}

/// Areas A001, A002 ... in two regions.
inline Geography areas(std::size_t count) {
  Geography out;
  out.id = "invented";
  for (std::size_t i = 1; i <= count; ++i) {
    Area area;
    area.code = "A" + std::to_string(1000 + i).substr(1);
    area.region = i % 2 == 0 ? "N" : "S";
    out.areas.push_back(std::move(area));
  }
  return out;
}

inline std::string text(std::uint64_t records, std::uint64_t seed, std::size_t area_count = 42) {
  static const SimulationSpec spec = shipped_definition();
  std::string out;
  simulate(spec, areas(area_count), records, seed, [&](std::string_view piece) { out += piece; });
  return out;
}

using Row = std::vector<std::string>;

inline std::vector<Row> parse(const std::string& csv) {
  std::vector<Row> rows;
  Row row;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      cell += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      row.push_back(std::move(cell));
      cell.clear();
      if (c == '\n') rows.push_back(std::exchange(row, {}));
    } else {
      cell += c;
    }
  }
  return rows;
}

/// The survey of 12,000 records that a user gets without options.
class Survey {
public:
  explicit Survey(const std::string& csv) : rows_(parse(csv)), heading_(rows_.front()) { rows_.erase(rows_.begin()); }

  static const Survey& usual() {
    static const Survey survey(text(12000, 1));
    return survey;
  }

  const std::vector<Row>& rows() const { return rows_; }
  const Row& heading() const { return heading_; }
  std::size_t column(const std::string& name) const {
    const auto it = std::find(heading_.begin(), heading_.end(), name);
    REQUIRE(it != heading_.end());
    return static_cast<std::size_t>(it - heading_.begin());
  }
  double share(const std::string& name, const std::string& cell) const {
    const std::size_t c = column(name);
    const auto n = std::count_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r[c] == cell; });
    return static_cast<double>(n) / static_cast<double>(rows_.size());
  }

private:
  std::vector<Row> rows_;
  Row heading_;
};

/// A cell as a whole number within the range, else nothing.
inline std::optional<double> answer(const std::string& cell, int low, int high) {
  char* end = nullptr;
  const long value = std::strtol(cell.c_str(), &end, 10);
  if (cell.empty() || *end != '\0' || value < low || value > high) return std::nullopt;
  return static_cast<double>(value);
}

/// Sum over the items, nothing when one is not answered.
inline std::optional<double> sum(const Survey& survey, const Row& row, const std::vector<std::string>& items, int low,
                                 int high) {
  double out = 0;
  for (const std::string& item : items) {
    const auto value = answer(row[survey.column(item)], low, high);
    if (!value) return std::nullopt;
    out += *value;
  }
  return out;
}

inline std::vector<std::string> items(const std::string& stem, int count) {
  std::vector<std::string> out;
  for (int i = 1; i <= count; ++i) {
    out.push_back(stem + std::to_string(i));
  }
  return out;
}

struct Summary {
  double n = 0, mean = 0, sd = 0;
};

inline Summary summary(const std::vector<double>& values) {
  Summary out;
  for (const double v : values) {
    out.n += 1;
    out.mean += v;
  }
  out.mean /= out.n;
  for (const double v : values) {
    out.sd += (v - out.mean) * (v - out.mean);
  }
  out.sd = std::sqrt(out.sd / (out.n - 1));
  return out;
}

} // namespace joinedup::simulated
