#include "cli/summary.hpp"

#include "base/text.hpp"
#include "cli/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr std::size_t areas_shown = 10;

std::string one_decimal(const Number& value) { return value ? fixed(*value, 1) : "-"; }

std::string interval(const Estimated& e) {
  return e.lower && e.upper ? fmt::format("{} to {}", fixed(*e.lower, 1), fixed(*e.upper, 1)) : "-";
}

std::string or_else(const std::string& text, const std::string& otherwise) { return text.empty() ? otherwise : text; }

std::string target_name(const RunResults& r) { return or_else(r.target.name, or_else(r.total_name, "the whole")); }

std::string headline(const RunResults& r) {
  const std::string title = or_else(r.index.title, r.index.id);
  if (!r.total.index.value) return fmt::format("{}: not given for {}\n", title, or_else(r.total_name, "the whole"));
  return fmt::format("{}: {} {} ({})\n", title, or_else(r.total_name, "the whole"), one_decimal(r.total.index.value),
                     interval(r.total.index));
}

template <typename Condition> std::size_t count(const RunResults& r, Condition condition) {
  return static_cast<std::size_t>(std::count_if(r.areas.begin(), r.areas.end(), condition));
}

void add_part(std::string& out, std::size_t n, std::string_view what) {
  if (n == 0) return;
  out += fmt::format("{}{} {}", out.empty() ? "" : ", ", n, what);
}

std::string counts_line(const RunResults& r) {
  std::string parts; // every area once, under the first that applies
  const auto shown = [](const AreaResult& a) { return !a.status.hidden(); };
  add_part(parts, count(r, [&](const AreaResult& a) { return shown(a) && a.rank.has_value(); }), "ranked");
  add_part(parts, count(r, [&](const AreaResult& a) { return shown(a) && a.status.coverage; }),
           "without an index (too few measures)");
  add_part(parts, count(r, [&](const AreaResult& a) { return shown(a) && !a.status.coverage && a.status.partial; }),
           "partial (a measure is missing)");
  add_part(parts,
           count(r,
                 [&](const AreaResult& a) {
                   return shown(a) && !a.status.coverage && !a.status.partial && a.status.caution;
                 }),
           "shown with caution (few answers or low reliability)");
  add_part(parts, count(r, [](const AreaResult& a) { return a.status.hidden(); }), "suppressed");
  return fmt::format(" {} {}{}{}\n", r.areas.size(), r.areas.size() == 1 ? "area" : "areas", parts.empty() ? "" : ": ",
                     parts);
}

/// "4 higher, 6 lower" of one kind of band, or "none".
std::string above_and_below(const RunResults& r, Band Comparison::*kind) {
  const auto is = [&](Band a, Band b, Band c) {
    return count(r, [=](const AreaResult& area) {
      const Band band = area.comparison.*kind;
      return band == a || band == b || band == c;
    });
  };
  std::string parts;
  add_part(parts, is(Band::somewhat_better, Band::better, Band::much_better),
           band_words(Band::better, r.crude_outcomes));
  add_part(parts, is(Band::somewhat_worse, Band::worse, Band::much_worse), band_words(Band::worse, r.crude_outcomes));
  return or_else(parts, "none");
}

bool any_band(const RunResults& r, Band Comparison::*kind) {
  return count(r, [=](const AreaResult& a) { return a.comparison.*kind != Band::none; }) > 0;
}

std::string bands_line(const RunResults& r) {
  std::string out;
  if (any_band(r, &Comparison::band_sampling))
    out += fmt::format(" different from {}: {}", target_name(r), above_and_below(r, &Comparison::band_sampling));
  if (any_band(r, &Comparison::band))
    out += fmt::format("; outside the usual spread of areas: {}", above_and_below(r, &Comparison::band));
  return out.empty() ? out : out + "\n";
}

std::vector<const AreaResult*> in_order_of_value(const RunResults& r) {
  std::vector<const AreaResult*> out;
  for (const AreaResult& area : r.areas)
    out.push_back(&area);
  std::stable_sort(out.begin(), out.end(), [](const AreaResult* a, const AreaResult* b) {
    if (a->index.value.has_value() != b->index.value.has_value()) return a->index.value.has_value();
    return a->index.value && *a->index.value > *b->index.value;
  });
  return out;
}

std::vector<std::string> row(const RunResults& r, const AreaResult& a) {
  const std::string name = or_else(a.short_name, or_else(a.name, a.code));
  const std::string ranks =
      a.rank_interval ? fmt::format("{:>2} and {:>2}", a.rank_interval->low, a.rank_interval->high) : "-";
  return {name,
          a.n ? with_thousands(*a.n) : "-",
          a.index.value ? one_decimal(a.index.value) : a.status.text(),
          interval(a.index),
          ranks,
          band_words(a.comparison.band_sampling, r.crude_outcomes),
          band_words(a.comparison.band, r.crude_outcomes)};
}

std::string area_table(const RunResults& r, std::size_t width, const std::string& where) {
  TextTable table;
  table.columns = {{"area", false},
                   {"n", true},
                   {"index", true},
                   {"95 % interval", true},
                   {"rank between", true},
                   {"against " + target_name(r), false, true},
                   {"against the usual spread", false}};
  const std::vector<const AreaResult*> areas = in_order_of_value(r);
  for (std::size_t i = 0; i < areas.size() && i < areas_shown; ++i)
    table.rows.push_back(row(r, *areas[i]));
  std::string out = table_text(table, width);
  if (areas.size() > areas_shown) out += fmt::format(" ... and {} more in {}\n", areas.size() - areas_shown, where);
  return out;
}

std::string weight_of(const IndicatorInfo& info) {
  std::string out = fmt::format("{} {} %", or_else(info.label, info.id), fixed(100 * info.weight, 1));
  if (info.question_weights.size() < 2) return out;
  const auto [low, high] = std::minmax_element(info.question_weights.begin(), info.question_weights.end(),
                                               [](const auto& a, const auto& b) { return a.second < b.second; });
  const std::string least = fixed(100 * low->second, 1), most = fixed(100 * high->second, 1);
  if (least == most) return out + fmt::format(" (each question {} %)", least);
  return out + fmt::format(" (a question {} to {} %)", least, most);
}

std::string weights_line(const RunResults& r) {
  std::string out;
  for (const IndicatorInfo& info : r.indicators) {
    if (!info.domain.empty()) out += fmt::format("{}{}", out.empty() ? " what weighs: " : ", ", weight_of(info));
  }
  return out.empty() ? out : out + "\n";
}

} // namespace

std::string band_words(Band band, bool crude_outcomes) {
  if (band == Band::none) return "-";
  return std::string(words(band, crude_outcomes));
}

std::string summary_text(const RunResults& results, std::size_t width, const std::string& where) {
  return headline(results) + counts_line(results) + bands_line(results) + "\n" + area_table(results, width, where) +
         weights_line(results);
}

} // namespace joinedup
