#include "report/html/text.hpp"
#include "report/xlsx/book_sheets.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {
namespace {

constexpr double cover_width = 100;

class Cover {
public:
  explicit Cover(BookSheet& sheet) : sheet_(sheet) {}

  void line(const std::string& text, TextRole role = TextRole::paragraph) {
    if (!text.empty()) sheet_.rows.push_back({{text_cell(text, role)}});
  }
  void head(std::string_view text) { line(std::string(text), TextRole::subtitle); }
  void link(const std::string& text, const std::string& sheet) {
    line(text, TextRole::link);
    sheet_.rows.back().cells.back().link = sheet;
  }
  void said(std::string_view what, const std::string& text) {
    if (!text.empty()) line(fmt::format("{}: {}", what, sentence(text)));
  }

private:
  BookSheet& sheet_;
};

std::string held(const RunResults& results) {
  std::string out = fmt::format("{} ({}, version {}) and its measures for {}", results.index.title, results.index.id,
                                results.index.version, counted(results.areas.size(), "area", "areas"));
  if (!results.regions.empty()) out += fmt::format(", {}", counted(results.regions.size(), "region", "regions"));
  if (!results.total.name.empty()) out += fmt::format(" and the whole: {}", results.total.name);
  return sentence(out);
}

std::string compared_words(const RunResults& results) {
  if (results.target.name.empty()) return {};
  const std::string value =
      results.target.value ? fmt::format(", {}", shown(*results.target.value, out_of_hundred(results) ? 1 : 2)) : "";
  return fmt::format("Areas are compared with {}{}.", results.target.name, value);
}

} // namespace

BookSheet cover_sheet(const RunResults& results, const std::string& title) {
  BookSheet sheet;
  sheet.name = "Cover";
  sheet.widths = {cover_width};
  Cover cover(sheet);
  cover.line(title, TextRole::title);
  cover.line("Statistics from a survey of patients and service users, by area.");
  cover.head("What this workbook holds");
  cover.line(held(results));
  cover.said("Areas", results.geography_title);
  cover.link("Table of contents", "Contents");
  cover.link("Notes", "Notes");
  cover.head("Who was asked");
  cover.said("Purpose", results.study.purpose);
  cover.said("Population", results.study.population);
  cover.said("Fieldwork", results.study.fieldwork);
  cover.said("Who answered", results.study.role);
  const Reconciliation& r = results.reconciliation;
  if (r.read > 0)
    cover.line(fmt::format("{} were read and {} were scored.", counted(r.read, "record", "records"),
                           with_thousands(r.scored_full + r.scored_part + r.scored_prorated)));
  cover.head("How to read it");
  cover.line(compared_words(results));
  cover.line(
      "An interval holds sampling chance only. Read both bands of an area: whether it differs from the target by "
      "more than chance, and whether it is outside the usual spread of areas.");
  if (results.crude_outcomes)
    cover.line("Bands use the words of the CSV files: better is a higher index and worse a lower one, and neither says "
               "whose doing it is.");
  cover.said("Weights chosen by", results.study.weights_by);
  for (const std::string& notice : results.notices)
    cover.line(sentence(notice));
  cover.head("What was hidden");
  cover.line(fmt::format("Figures on fewer than {} answers are hidden, and others where they would give those away.",
                         results.study.disclosure.minimum));
  cover.head("How it was made");
  cover.line(fmt::format("With joinedup {}. The same figures stand in index.csv, indicators.csv and results.json; "
                         "report.html explains the methods.",
                         results.version));
  return sheet;
}

} // namespace joinedup
