#include "pipeline/verify/output_difference.hpp"

#include "base/csv_table.hpp"
#include "base/text.hpp"
#include "definitions/json_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace joinedup {

namespace {

/// Values of one output that differ.
class Differing {
public:
  void add(const std::string& where, const std::string& then, const std::string& now) {
    if (count_++ == 0) first_ = fmt::format("{} was {}, is {}", where, shown(then), shown(now));
    const auto a = parse_number(then), b = parse_number(now);
    if (!a || !b) return;
    const double size = std::max(std::abs(*a), std::abs(*b));
    if (size > 0) largest_ = std::max(largest_.value_or(0), std::abs(*a - *b) / size);
  }

  std::string text(std::size_t values, const char* unit) const {
    if (count_ == 0) return fmt::format("the same {}, written in another way", unit);
    std::string out = fmt::format("{} of {} {} differ", with_thousands(count_), with_thousands(values), unit);
    if (largest_) out += fmt::format(", numbers by up to {:.2g} of their size", *largest_);
    return out + "; first " + first_;
  }

private:
  static std::string shown(const std::string& text) {
    constexpr std::size_t most = 64; // a hash whole
    if (text.empty()) return "empty";
    std::string out =
        text.size() <= most ? text : std::string(without_cut_letter(std::string_view(text).substr(0, most))) + "...";
    std::ranges::replace_if(
        out, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' '); // stays one line
    return out;
  }

  /// Cuts where a letter of several bytes was cut.
  static std::string_view without_cut_letter(std::string_view text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) {
      const bool first = (static_cast<unsigned char>(text.back()) & 0x40U) != 0;
      text.remove_suffix(1);
      if (first) break;
    }
    return text;
  }

  std::size_t count_ = 0;
  std::string first_;
  std::optional<double> largest_;
};

/// What names a row: its leading texts, such as area and indicator.
std::string row_name(const CsvTable& table, std::size_t row) {
  constexpr std::size_t leading = 3;
  std::vector<std::string> parts;
  for (std::size_t k = 0; k < std::min(leading, table.rows[row].cells.size()); ++k) {
    const std::string& cell = table.rows[row].cells[k];
    const bool told = std::find(parts.begin(), parts.end(), cell) != parts.end(); // a name that is the code
    if (!cell.empty() && !told && !parse_number(cell)) parts.push_back(cell);
  }
  return parts.empty() ? fmt::format("row {}", row + 1) : join(parts, ", ");
}

std::string csv_difference(const CsvTable& then, const CsvTable& now) {
  if (then.header.cells != now.header.cells) return "other columns";
  if (then.rows.size() != now.rows.size())
    return fmt::format("{} rows, had {}", with_thousands(now.rows.size()), with_thousands(then.rows.size()));
  Differing out;
  for (std::size_t r = 0; r < then.rows.size(); ++r)
    for (std::size_t c = 0; c < then.header.cells.size(); ++c)
      if (then.rows[r].cells[c] != now.rows[r].cells[c])
        out.add(fmt::format("{} of {}", then.header.cells[c], row_name(then, r)), then.rows[r].cells[c],
                now.rows[r].cells[c]);
  return out.text(then.rows.size() * then.header.cells.size(), "cells");
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The name of an element of a list, where it has one.
std::string element_name(const Json& element, std::size_t number) {
  for (const char* key : {"area_code", "indicator", "name", "code", "id"})
    if (element.is_object() && element.contains(key) && element[key].is_string()) return element[key];
  return std::to_string(number + 1);
}

void walk(const std::string& way, const Json& then, const Json& now, Differing& out, std::size_t& values) {
  const std::string below = way.empty() ? "" : way + ".";
  if (then.is_object() && now.is_object()) {
    for (const auto& [key, value] : then.items()) {
      if (now.contains(key)) {
        walk(below + key, value, now[key], out, values);
      } else {
        ++values;
        out.add(below + key, text_of(value), "gone");
      }
    }
    for (const auto& [key, value] : now.items()) {
      if (then.contains(key)) continue;
      ++values;
      out.add(below + key, "not there", text_of(value));
    }
  } else if (then.is_array() && now.is_array() && then.size() == now.size()) {
    for (std::size_t k = 0; k < then.size(); ++k)
      walk(below + element_name(then[k], k), then[k], now[k], out, values);
  } else {
    ++values;
    if (then == now) return;
    if (then.is_array() && now.is_array())
      out.add(way, std::to_string(then.size()) + " long", std::to_string(now.size()) + " long");
    else
      out.add(way, text_of(then), text_of(now));
  }
}

std::string line_difference(std::string_view then, std::string_view now) {
  const auto [a, b] = std::mismatch(then.begin(), then.end(), now.begin(), now.end());
  const std::string place = with_thousands(static_cast<std::uint64_t>(a - then.begin()) + 1);
  if (then.starts_with("PK")) return "differs from byte " + place; // a workbook is a zip file, without lines
  return fmt::format("differs from byte {} in line {}", place, 1 + std::count(then.begin(), a, '\n'));
}

} // namespace

std::string output_difference(const std::string& name, std::string_view then, std::string_view now) {
  if (then == now) return {};
  if (name.ends_with(".csv")) {
    const auto a = read_csv_table(then, name), b = read_csv_table(now, name);
    if (a && b) return csv_difference(*a, *b);
  }
  if (name.ends_with(".json")) {
    const auto a = parse_json(then, name), b = parse_json(now, name);
    if (a && b) {
      Differing out;
      std::size_t values = 0;
      walk("", a->root(), b->root(), out, values);
      return out.text(values, "values");
    }
  }
  return line_difference(then, now);
}

} // namespace joinedup
