// Every area on one scale, by name within region: the chart is its own data table (a strip in each row).
#include "report/hide.hpp"
#include "report/html/cells.hpp"
#include "report/html/page.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/svg/strip.hpp"

#include "base/text.hpp"
#include "model/comparison_words.hpp"

namespace joinedup {
namespace {

AxisScale scale_of(const RunResults& results) {
  Extent extent;
  const auto add = [&extent](const AreaResult& row) {
    for (const Number* number :
         {&row.index.value, &row.index.lower, &row.index.upper, &row.index.lower99_8, &row.index.upper99_8})
      if (*number) extent.add(**number);
  };
  for (const AreaResult& row : results.areas)
    add(row);
  for (const AreaResult& row : results.regions)
    add(row);
  add(results.total);
  if (results.target.value) extent.add(*results.target.value);
  return extent.empty() ? axis_scale(0, 100) : axis_scale(extent.low(), extent.high());
}

class AreasTable {
public:
  AreasTable(std::string& out, const ReportPage& page) : out_(out), page_(page), scale_(scale_of(page.results)) {}

  void append() {
    append_caption();
    append_head();
    append_row(page_.results.total, "eng", "dia");
    for (const AreaGroup& group : page_.groups) {
      if (group.region)
        append_row(*group.region, "reg", "dia");
      else if (!group.name.empty())
        put(out_,
            "<tr role=\"row\" class=\"reg\"><th role=\"rowheader\" scope=\"row\" class=\"nm\" "
            "colspan=\"{}\">{}</th></tr>",
            columns(), escaped(group.name));
      for (const AreaResult* area : group.areas)
        append_row(*area, "ar", "dot");
    }
    out_ += "</tbody></table>";
    append_notes();
  }

private:
  int columns() const {
    return 5 + (ranks_shown() ? 1 : 0) + (page_.ranks ? 1 : 0) + (page_.compared ? 1 : 0) + (page_.spread ? 1 : 0);
  }
  bool ranks_shown() const { return page_.ranks && page_.results.study.show_ranks; }
  std::optional<double> reference() const { return page_.results.target.value; }

  std::string reference_name() const {
    constexpr std::size_t fits = 18; // a longer name would push its number off the axis
    const std::string& name = page_.results.target.name;
    return fmt::format("{} {}", name.size() > fits ? "compared with" : name, reference() ? shown(*reference(), 1) : "");
  }

  void append_caption() {
    const int d = scale_.decimals();
    put(out_, "<h3>{}</h3><p class=\"sub\">Index{}. {}The scale is cut to {} to {}.</p>",
        escaped(caterpillar_heading(page_.results)), out_of_hundred(page_.results) ? " from 0 to 100" : "",
        page_.results.areas.size() < 2 ? ""
        : page_.groups.size() > 1      ? "Areas by name within region, not by rank. "
                                       : "Areas by name, not by rank. ",
        shown(scale_.low, d), shown(scale_.high, d));
    append_key();
    out_ += "<table role=\"table\" class=\"cat\"><caption class=\"vh\">The index by area</caption>";
  }

  void append_key() {
    const auto item = [this](std::string_view css, std::string_view shape, bool ring, std::string_view words) {
      put(out_,
          "<li><svg class=\"k m {}\" aria-hidden=\"true\">{}<use href=\"#{}\" x=\"5\" y=\"5\" width=\"14\" "
          "height=\"14\"/>"
          "</svg>{}</li>",
          css, ring ? "<circle class=\"ring\" cx=\"12\" cy=\"12\" r=\"11\"/>" : "", shape, words);
    };
    out_ += "<ul class=\"key\"><li><svg class=\"kl\" aria-hidden=\"true\"><g class=\"no\"><line class=\"i8\" x1=\"0\" "
            "x2=\"100%\" "
            "y1=\"50%\" y2=\"50%\"/><line class=\"i5\" x1=\"20%\" x2=\"80%\" y1=\"50%\" y2=\"50%\"/></g></svg>95 % "
            "(thick) and "
            "99.8 % (thin) interval</li>";
    if (page_.compared) {
      item("hi", "up", false, fmt::format("{} than {}", page_.wording.up(), page_.target));
      item("lo", "down", false, fmt::format("{} than {}", page_.wording.down(), page_.target));
      item("no", "dot", false, "no clear difference");
    }
    if (page_.spread) item("no", "dot", true, "ringed: outside the usual spread");
    item("no open", "dot", false, "hollow: caution");
    item("no open", "box", false, "square: partial");
    item("no", "dia", false, "region or whole");
    out_ += "</ul>";
  }

  void append_head() {
    out_ += "<thead role=\"rowgroup\"><tr role=\"row\">";
    out_ += heading_cell("nm", page_.groups.size() > 1 ? "Region and area" : "Area") + heading_cell("n", "Answers") +
            heading_cell("n", "Index") + heading_cell("iv", "95 % interval");
    out_ += heading_cell("st", "<span class=\"vh\">Chart of the interval</span>" +
                                   axis_svg(scale_, reference(), reference_name(), false));
    if (ranks_shown()) out_ += heading_cell("rk", "Rank");
    if (page_.ranks) out_ += heading_cell("rk", "Rank between");
    if (page_.compared) out_ += heading_cell("b", "Against " + page_.target);
    if (page_.spread) out_ += heading_cell("b", "Against the usual spread");
    out_ += "</tr></thead><tbody role=\"rowgroup\">";
  }

  void append_name(const AreaResult& row, bool linked) {
    const std::string name = escaped(list_name(row));
    out_ += "<th role=\"rowheader\" scope=\"row\" class=\"nm\">";
    if (linked)
      put(out_, "<a href=\"#{}\">{}</a>{}", page_.anchor(row), name, tag_html(row.status));
    else
      out_ += name + tag_html(row.status);
    out_ += "</th>";
  }

  void append_row(const AreaResult& row, std::string_view css, std::string_view shape) {
    put(out_, "<tr role=\"row\" class=\"{}{}\">", css, row.status.hidden() ? " sup" : "");
    append_name(row, css == "ar");
    if (row.status.hidden())
      append_hidden_cells(row);
    else
      append_cells(row, shape);
    out_ += "</tr>";
  }

  void append_hidden_cells(const AreaResult& row) {
    out_ += hidden_cell("n", "Answers") + hidden_cell("n v", "Index") + hidden_cell("iv", "95 % interval");
    put(out_, "<td role=\"cell\" class=\"st\">{}<span class=\"why\">{}</span></td>",
        strip_svg(scale_, reference(), std::nullopt), escaped(hidden_words(row.reason)));
    if (ranks_shown()) out_ += hidden_cell("rk", "Rank");
    if (page_.ranks) out_ += hidden_cell("rk", "Rank between");
    if (page_.compared) out_ += hidden_cell("b", "Against " + page_.target);
    if (page_.spread) out_ += hidden_cell("b", "Against the usual spread");
  }

  std::optional<StripMark> mark_of(const AreaResult& row, std::string_view shape) const {
    const int level = page_.wording.level(row.comparison.band_sampling);
    StripMark mark{row.index, shape, level_class(level), false, false};
    if (row.level != Level::area) return mark;
    mark.shape = row.status.partial ? "box" : level_shape(level);
    mark.hollow = row.status.caution || row.status.partial;
    mark.ring = page_.wording.level(row.comparison.band) != 0;
    return mark;
  }

  void append_cells(const AreaResult& row, std::string_view shape) {
    out_ += labelled_cell("n", "Answers", row.n ? with_thousands(*row.n) : "");
    out_ +=
        labelled_cell("n v", "Index", row.index.value ? shown(*row.index.value, 1) : "<span class=\"q\">none</span>");
    out_ += labelled_cell("iv", "95 % interval", shown_interval(row.index.lower, row.index.upper, 1));
    put(out_, "<td role=\"cell\" class=\"st\">{}", strip_svg(scale_, reference(), mark_of(row, shape)));
    if (!row.index.value && !row.reason.empty()) put(out_, "<span class=\"why\">{}</span>", escaped(row.reason));
    out_ += "</td>";
    append_comparison(row);
  }

  void append_comparison(const AreaResult& row) {
    const bool area = row.level == Level::area;
    const auto words = [&](Band band, Question q) { return area ? band_html(page_.wording, band, q) : std::string(); };
    if (ranks_shown())
      out_ += labelled_cell("rk", "Rank", row.rank ? fmt::format("{}{}", row.rank_tied ? "=" : "", *row.rank) : "");
    if (page_.ranks) {
      const std::string rank = row.rank_interval
                                   ? fmt::format("{} and {}", row.rank_interval->low, row.rank_interval->high)
                                   : "<span class=\"q\">not ranked</span>";
      out_ += labelled_cell("rk", "Rank between", area ? rank : "");
    }
    if (page_.compared)
      out_ += labelled_cell("b", "Against " + page_.target, words(row.comparison.band_sampling, Question::sampling));
    if (page_.spread)
      out_ += labelled_cell("b", "Against the usual spread", words(row.comparison.band, Question::spread));
  }

  void append_notes() {
    const DisclosureSpec& d = page_.results.study.disclosure;
    out_ += "<p class=\"note\">";
    if (page_.ranks)
      put(out_, "Rank between: the ranks that an area could hold among {}, {} (95 %); 1 is the highest. ",
          summarise_ranks(page_.results).ranked, rank_words(page_.results.study.comparison));
    put(out_,
        "Caution: {} to {} answers, or reliability below 0.7; compared, not ranked. Partial: a measure is missing; "
        "shown, "
        "not compared. [c]: hidden to protect people\xE2\x80\x99s answers.</p>",
        d.minimum, d.caution == 0 ? 0 : d.caution - 1);
  }

  std::string& out_;
  const ReportPage& page_;
  AxisScale scale_;
};

} // namespace

void append_areas_table(std::string& out, const ReportPage& page) { AreasTable(out, page).append(); }

} // namespace joinedup
