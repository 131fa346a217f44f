// The profile of an area: every measure beside the target, on one scale of points.
#include "report/hide.hpp"
#include "report/html/cells.hpp"
#include "report/html/profile_row.hpp"
#include "report/html/sentences.hpp"
#include "report/html/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

AxisScale scale_of(const std::vector<ProfileRow>& rows) {
  constexpr double least = 3; // points each way, so that small gaps look small
  Extent extent;
  extent.add(-least);
  extent.add(least);
  for (const ProfileRow& row : rows)
    if (row.gap)
      for (const Number* end : {&row.gap->value, &row.gap->lower, &row.gap->upper})
        if (*end) extent.add(**end);
  return axis_scale(extent.low(), extent.high(), 8);
}

std::optional<StripMark> mark_of(const ReportPage& page, const ProfileRow& row) {
  if (!row.gap) return std::nullopt;
  const bool turned = row.low_is_good;
  const int level = row.banded ? page.wording.level(row.comparison.band_sampling, turned) : 0;
  StripMark mark{*row.gap, level_shape(level), level_class(level), false, false};
  mark.estimate.lower99_8.reset(); // one interval is enough beside so many measures
  mark.estimate.upper99_8.reset();
  mark.hollow = row.status.caution || row.status.partial;
  if (row.status.partial) mark.shape = "box";
  mark.ring = page.wording.level(row.comparison.band) != 0;
  return mark;
}

class Profile {
public:
  Profile(std::string& out, const ReportPage& page, const AreaResult& area)
      : out_(out), page_(page), rows_(profile_rows(page, area)), scale_(scale_of(rows_)) {}

  void append(const AreaResult& area) {
    put(out_,
        "<h4>{}</h4><p class=\"sub\">Difference from {} in points of each measure put on 0 to 100; line: 95 % "
        "interval.</p>"
        "<table role=\"table\" class=\"prof\"><caption class=\"vh\">Measures in {}</caption>",
        escaped(profile_heading(page_.results, area)), page_.target,
        escaped(area.name.empty() ? area.code : area.name));
    append_head();
    for (const ProfileRow& row : rows_)
      row.css == "hd" ? append_heading(row) : append_row(row);
    out_ += "</tbody></table>";
  }

private:
  bool with_bands() const { return page_.compared || page_.measures_compared; }
  bool with_spread() const { return page_.spread || page_.measures_spread; }

  void append_head() {
    out_ += "<thead role=\"rowgroup\"><tr role=\"row\">" + heading_cell("nm", "Measure") +
            heading_cell("n", "Answers") + heading_cell("n", "Here") + heading_cell("iv", "95 % interval") +
            heading_cell("n", page_.target) +
            heading_cell("st", "<span class=\"vh\">Chart of the difference</span>" +
                                   axis_svg(scale_, 0.0, page_.results.target.name, true));
    if (with_bands()) out_ += heading_cell("b", "Against " + page_.target);
    if (with_spread()) out_ += heading_cell("b", "Against the usual spread");
    out_ += "</tr></thead><tbody role=\"rowgroup\">";
  }

  void append_heading(const ProfileRow& row) {
    put(out_,
        "<tr role=\"row\" class=\"hd\"><th role=\"rowheader\" scope=\"row\" class=\"nm\" colspan=\"{}\">{}</th></tr>",
        6 + (with_bands() ? 1 : 0) + (with_spread() ? 1 : 0), row.label);
  }

  void append_row(const ProfileRow& row) {
    put(out_,
        "<tr role=\"row\" class=\"{}{}\"><th role=\"rowheader\" scope=\"row\" class=\"nm\">{} <span "
        "class=\"u\">{}</span></th>",
        row.css, row.hidden.empty() ? "" : " sup", row.label, row.unit);
    row.hidden.empty() ? append_numbers(row) : append_hidden(row);
    out_ += "</tr>";
  }

  void append_hidden(const ProfileRow& row) {
    out_ += hidden_cell("n", "Answers") + hidden_cell("n v", "Here") + hidden_cell("iv", "95 % interval") +
            labelled_cell("n", page_.target, row.there);
    put(out_, "<td role=\"cell\" class=\"st\">{}<span class=\"why\">{}</span></td>",
        strip_svg(scale_, 0.0, std::nullopt), escaped(hidden_words(row.hidden)));
    if (with_bands()) out_ += hidden_cell("b", "Against " + page_.target);
    if (with_spread()) out_ += hidden_cell("b", "Against the usual spread");
  }

  std::string band(const ProfileRow& row, Band band, Question question) const {
    if (!row.bands) return {};
    return band_html(page_.wording, row.banded ? band : Band::none, question, row.low_is_good);
  }

  void append_numbers(const ProfileRow& row) {
    out_ += labelled_cell("n", "Answers", row.n);
    out_ += labelled_cell("n v", "Here", row.here.empty() ? "<span class=\"q\">none</span>" : row.here);
    out_ += labelled_cell("iv", "95 % interval", row.interval) + labelled_cell("n", page_.target, row.there);
    put(out_, "<td role=\"cell\" class=\"st\">{}</td>", strip_svg(scale_, 0.0, mark_of(page_, row)));
    if (with_bands())
      out_ +=
          labelled_cell("b", "Against " + page_.target, band(row, row.comparison.band_sampling, Question::sampling));
    if (with_spread())
      out_ += labelled_cell("b", "Against the usual spread", band(row, row.comparison.band, Question::spread));
  }

  std::string& out_;
  const ReportPage& page_;
  std::vector<ProfileRow> rows_;
  AxisScale scale_;
};

} // namespace

void append_profile(std::string& out, const ReportPage& page, const AreaResult& area) {
  const bool any =
      std::ranges::any_of(area.indicators, [](const IndicatorResult& i) { return i.estimate.value.has_value(); });
  if (area.status.hidden() && !any) return;
  Profile(out, page, area).append(area);
}

} // namespace joinedup
