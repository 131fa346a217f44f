#include "pipeline/estimation/kept_frame.hpp"

#include "exports/dictionary.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <numeric>

namespace joinedup {

namespace {

std::size_t place_of(const std::vector<std::string>& list, const std::string& name) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), name) - list.begin());
}

/// Old number -> place among all texts in order, and those texts.
template <typename Less>
std::vector<std::uint32_t> ranks(const Dictionary& dictionary, std::vector<std::string>& texts, Less less) {
  std::vector<std::string> by_number;
  for (std::uint32_t n = 0; n < dictionary.size(); ++n)
    by_number.push_back(dictionary.text(n));
  std::vector<std::uint32_t> order(by_number.size()), out(by_number.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return less(by_number[a], by_number[b]); });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
    out[order[rank]] = rank;
    texts.push_back(by_number[order[rank]]);
  }
  return out;
}

} // namespace

std::size_t KeptColumns::category(const std::string& column) const { return place_of(categories, column); }

std::size_t KeptColumns::number(const std::string& column) const { return place_of(numbers, column); }

bool level_before(const std::string& a, const std::string& b) {
  unsigned long x = 0, y = 0;
  const bool both = std::from_chars(a.data(), a.data() + a.size(), x).ec == std::errc() &&
                    std::from_chars(b.data(), b.data() + b.size(), y).ec == std::errc();
  const bool a_digit = !a.empty() && a[0] >= '0' && a[0] <= '9', b_digit = !b.empty() && b[0] >= '0' && b[0] <= '9';
  if (both && x != y) return x < y;
  if (a_digit != b_digit) return a_digit;
  return a < b;
}

KeptFrame kept_frame(ScoredRecords records, KeptColumns columns, const Estimates& estimates,
                     const std::function<std::string(std::uint32_t)>& code_of,
                     const std::function<std::string(const std::string&)>& region_of, const Dictionary& strata,
                     const Dictionary& clusters, const Dictionary& levels) {
  KeptFrame out{std::move(records), std::move(columns), {}, {}, {}, {}};
  std::map<std::string, std::uint32_t> area_number;
  for (const DomainEstimate& area : estimates.areas) {
    area_number[area.code] = static_cast<std::uint32_t>(out.areas.size());
    out.areas.push_back(area.code);
    const auto region = std::find_if(estimates.regions.begin(), estimates.regions.end(),
                                     [&](const DomainEstimate& r) { return r.code == region_of(area.code); });
    out.region_of.push_back(static_cast<std::size_t>(region - estimates.regions.begin()));
  }
  std::vector<std::string> unused;
  const auto stratum = ranks(strata, out.strata, std::less<std::string>());
  const auto cluster = ranks(clusters, unused, std::less<std::string>());
  const auto level = ranks(levels, out.levels, level_before);
  constexpr std::uint32_t not_looked_up = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> areas; // by number
  const auto area = [&](std::uint32_t number) {
    if (number >= areas.size()) areas.resize(number + std::size_t{1}, not_looked_up);
    if (areas[number] == not_looked_up) areas[number] = area_number.at(code_of(number));
    return areas[number];
  };
  const auto rank_of = [](const std::vector<std::uint32_t>& list) {
    return [&list](std::uint32_t number) { return list.empty() ? 0 : list[number]; };
  };
  out.records.put_in_order(area, rank_of(stratum), rank_of(cluster), rank_of(level));
  return out;
}

CategoryColumn category_column(const KeptFrame& frame, const std::string& column) {
  const std::size_t place = frame.columns.category(column);
  std::vector<bool> met(frame.levels.size(), false);
  for (std::size_t r = 0; r < frame.records.size(); ++r)
    met[frame.records.category(r, place)] = true;
  std::vector<std::uint32_t> number(frame.levels.size(), 0);
  CategoryColumn out;
  for (std::size_t l = 0; l < met.size(); ++l) {
    if (!met[l]) continue;
    number[l] = static_cast<std::uint32_t>(out.names.size());
    out.names.push_back(frame.levels[l]);
  }
  for (std::size_t r = 0; r < frame.records.size(); ++r)
    out.level.push_back(number[frame.records.category(r, place)]);
  return out;
}

} // namespace joinedup
