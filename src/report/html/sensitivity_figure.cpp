#include "report/html/sensitivity_figure.hpp"

#include "report/html/cells.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/svg/stack.hpp"
#include "report/svg/strip.hpp"
#include "report/tables/result_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {
namespace {

struct BandShare {
  std::string_view column;
  int level; ///< as Wording has it
};

/// The bands of the scheme, lowest first.
std::vector<BandShare> shares_in_order(const Wording& wording) {
  constexpr std::array<std::string_view, 7> columns{
      "share_much_worse",      "share_worse",  "share_somewhat_worse", "share_as_expected",
      "share_somewhat_better", "share_better", "share_much_better"};
  std::vector<BandShare> out;
  for (const int level : wording.levels())
    out.insert(out.begin(), {columns.at(static_cast<std::size_t>(level + 3)), level});
  return out;
}

/// A chart of two strips a row. Words beside a strip are for those who do not see it.
class StripTable {
public:
  StripTable(std::string& out, std::string_view id, std::string_view caption, std::string_view rows) : out_(out) {
    put(out_,
        "<table role=\"table\" class=\"two\" id=\"chart-{}\"><caption class=\"vh\">{}</caption><thead "
        "role=\"rowgroup\"><tr "
        "role=\"row\">{}",
        id, escaped(caption), heading_cell("nm", rows));
  }
  void head(const std::string& title, const AxisScale& scale) {
    out_ += heading_cell("st", title + axis_svg(scale, std::nullopt, "", false));
  }
  void body() { out_ += "</tr></thead><tbody role=\"rowgroup\">"; }
  /// `note`: what its data table calls it, where that differs.
  void row(const std::string& name, const std::string& note = {}) {
    put(out_, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\" class=\"nm\">{}", escaped(name));
    if (!note.empty()) put(out_, " <span class=\"u\">{}</span>", escaped(note));
    out_ += "</th>";
  }
  void strip(const std::string& drawing, const std::string& words) {
    put(out_, "<td role=\"cell\" class=\"st\">{}<span class=\"vh\">{}</span></td>", drawing, words);
  }
  void end_row() { out_ += "</tr>"; }
  void end() { out_ += "</tbody></table>"; }

private:
  std::string& out_;
};

std::string band_words(const Wording& wording, int level) { return wording.of_level(level, Question::sampling); }

void append_bands_key(std::string& out, const Wording& wording) {
  out += "<ul class=\"key\"><li><svg class=\"kl\" aria-hidden=\"true\"><g class=\"no\"><line class=\"i5\" x1=\"15%\" "
         "x2=\"85%\" y1=\"50%\" y2=\"50%\"/></g><svg class=\"m no\" x=\"50%\" y=\"50%\"><use href=\"#dot\" x=\"-7\" "
         "y=\"-7\" width=\"14\" height=\"14\"/></svg></svg>median rank, 5th to 95th percentile</li>"
         "<li><svg class=\"kl up\" aria-hidden=\"true\"><line class=\"rf\" x1=\"50%\" x2=\"50%\" y1=\"0\" "
         "y2=\"100%\"/></svg>rank by the methods of this run</li>";
  for (const BandShare& share : shares_in_order(wording))
    put(out,
        "<li><svg class=\"kl sk\" aria-hidden=\"true\"><g class=\"{0}\"><rect width=\"44\" height=\"18\"/>{1}</g></svg>"
        "{2}</li>",
        level_class(share.level), share.level < 0 ? "<rect class=\"stripes\" width=\"44\" height=\"18\"/>" : "",
        band_words(wording, share.level));
  out += "</ul>";
}

/// The share of runs that give the area no band.
double without_band(const ResultRow& row, const Wording& wording) {
  double rest = 1;
  for (const BandShare& share : shares_in_order(wording))
    rest -= row.number(share.column);
  return rest > 1e-9 ? rest : 0;
}

/// "much lower 2 %, no clear difference 98 %": bands that some run gives.
std::string shares_in_words(const ResultRow& row, const Wording& wording) {
  std::vector<std::string> parts;
  for (const BandShare& share : shares_in_order(wording))
    if (const double value = row.number(share.column); value > 0)
      parts.push_back(fmt::format("{} {} %", band_words(wording, share.level), shown(value * 100, 0)));
  if (const double rest = without_band(row, wording); rest > 0)
    parts.push_back(fmt::format("no band {} %", shown(rest * 100, 0)));
  return listed(parts);
}

std::vector<StackPart> stack_of(const ResultRow& row, const Wording& wording) {
  std::vector<StackPart> parts;
  for (const BandShare& share : shares_in_order(wording))
    parts.push_back({row.number(share.column), level_class(share.level)});
  return parts;
}

/// Half of the areas move over as many places or more.
std::string places_sentence(const ResultTable& table) {
  std::vector<double> widths;
  for (const auto& cells : table.rows) {
    const ResultRow row(table, cells);
    widths.push_back(row.number("rank_p95") - row.number("rank_p5"));
  }
  std::ranges::sort(widths);
  const double median = (widths[(widths.size() - 1) / 2] + widths[widths.size() / 2]) / 2;
  return fmt::format("Between the 5th and the 95th percentile of their ranks half of the areas move over {} places or "
                     "more, the least steady one over {}.",
                     shown(median, median == std::round(median) ? 0 : 1), shown(widths.back(), 0));
}

/// As the other tables of the report name it.
std::string area_name(const RunResults& results, const ResultRow& row) {
  const auto found = std::ranges::find(results.areas, row.text("area_code"), &AreaResult::code);
  if (found != results.areas.end()) return list_name(*found);
  const std::string name = row.text("area_name");
  return name.empty() ? row.text("area_code") : name;
}

/// A factor as a reader would say it.
std::string factor_name(const std::string& id) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> names{{{"sampling", "Sampling error"},
                                                                                {"case_mix", "Adjusted or crude"},
                                                                                {"normalise", "Way to a common scale"},
                                                                                {"aggregate", "Way to put together"},
                                                                                {"weights", "Weights"},
                                                                                {"leave_out", "A measure left out"},
                                                                                {"imputation", "A missing measure"}}};
  const auto* found = std::ranges::find(names, id, &std::pair<std::string_view, std::string_view>::first);
  return found == names.end() ? id : std::string(found->second);
}

/// What factors explain one by one; what is left comes of their acting together. Empty where nothing is explained.
std::string alone_sentence(const ResultTable& table) {
  double sum = 0;
  for (const auto& cells : table.rows) {
    const double share = ResultRow(table, cells).number("first_order");
    if (!std::isfinite(share)) return {};
    sum += share;
  }
  const double percent = std::clamp(std::round(sum * 100), 0.0, 100.0);
  if (percent >= 100) return "Each on its own, the factors explain the whole variance of ranks.";
  return fmt::format("Each on its own, the factors explain {} % of the variance of ranks; the rest comes of their "
                     "interactions.",
                     shown(percent, 0));
}

std::string in_words(double share) { return std::isfinite(share) ? shown(share, 2) : "unknown"; }

} // namespace

void append_sensitivity_ranks(std::string& out, const ResultTable& table, const ReportPage& page) {
  const bool bands_lack = std::ranges::any_of(table.rows, [&](const auto& cells) {
    return without_band({table, cells}, page.wording) > 0;
  });
  const AxisScale ranks = axis_scale(0, static_cast<double>(table.rows.size())), shares = axis_scale(0, 100);
  put(out, "<figure class=\"chart\"><figcaption><p><b>{}</b> Areas by their median rank; 1 is the highest index.{}</p>",
      places_sentence(table), bands_lack ? " Blank: runs that give the area no band." : "");
  append_bands_key(out, page.wording);
  out += "</figcaption>" + stripes_svg();
  StripTable rows(out, table.id, "Chart of ranks and bands over all runs, by area", "Area");
  rows.head("Rank over all runs", ranks);
  rows.head("Share of runs in each band, %", shares);
  rows.body();
  for (const auto& cells : table.rows) {
    const ResultRow row(table, cells);
    const double here = row.number("nominal_rank"), median = row.number("median_rank");
    StripMark mark{.estimate = {}, .shape = "dot", .css = "no"};
    mark.estimate.value = median;
    mark.estimate.lower = row.number("rank_p5");
    mark.estimate.upper = row.number("rank_p95");
    rows.row(area_name(page.results, row));
    rows.strip(strip_svg(ranks, here, mark),
               fmt::format("median {}, {} to {}; {} by the methods of this run", shown(median, 1),
                           shown(*mark.estimate.lower, 1), shown(*mark.estimate.upper, 1), shown(here, 0)));
    rows.strip(stack_svg(stack_of(row, page.wording)), shares_in_words(row, page.wording));
    rows.end_row();
  }
  rows.end();
  out += "</figure>";
}

void append_sensitivity_sobol(std::string& out, const ResultTable& table) {
  const std::string finding = alone_sentence(table);
  if (finding.empty()) return;
  double most = 1;
  for (const auto& cells : table.rows)
    for (const std::string_view column : {"total", "shift_total"})
      if (const double share = ResultRow(table, cells).number(column); share > most) most = share;
  const AxisScale scale = axis_scale(0, most);
  put(out,
      "<figure class=\"chart\"><figcaption><p>{}</p><ul class=\"key\"><li><svg class=\"kl m hi\" "
      "aria-hidden=\"true\"><rect class=\"f\" y=\"4\" width=\"44\" height=\"10\"/></svg>explained by the factor "
      "alone</li><li><svg class=\"kl m hi\" aria-hidden=\"true\"><rect class=\"whole\" x=\"1\" y=\"1\" width=\"42\" "
      "height=\"16\"/></svg>with its interactions</li></ul></figcaption>",
      finding);
  StripTable rows(out, table.id, "Chart of what moves the ranks, by factor", "Factor");
  rows.head("Share of the variance of ranks", scale);
  rows.head("Share of the variance of the mean shift in rank", scale);
  rows.body();
  for (const auto& cells : table.rows) {
    const ResultRow row(table, cells);
    const std::string id = row.text("factor"), name = factor_name(id);
    rows.row(name, name == capitalised(id) ? "" : id);
    for (const auto& [alone, whole] : {std::pair{"first_order", "total"}, {"shift_first_order", "shift_total"}})
      rows.strip(
          nested_bars_svg(scale, row.number(alone), row.number(whole)),
          fmt::format("alone {}, with interactions {}", in_words(row.number(alone)), in_words(row.number(whole))));
    rows.end_row();
  }
  rows.end();
  out += "</figure>";
}

} // namespace joinedup
