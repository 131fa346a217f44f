// The index: a row per area, then per region, then the whole.
#include "report/html/text.hpp"
#include "report/tables/field_words.hpp"
#include "report/tables/row_cells.hpp"

#include <array>

namespace joinedup {
namespace {

constexpr std::array columns{
    "area_code",   "area_name",     "level",       "n",           "value", "se",       "lowercl",
    "uppercl",     "confidence",    "lower99_8cl", "upper99_8cl", "rank",  "rank_low", "rank_high",
    "difference",  "band_sampling", "band",        "z",           "z_od",  "p",        "fdr",
    "reliability", "shrunk",        "geometric",   "basis",       "status"};

std::vector<DataField> fields_of(const RunResults& results) {
  std::vector<std::string> names(columns.begin(), columns.end());
  for (const DomainResult& domain : results.domain_weights)
    names.push_back("domain." + domain.domain);
  std::vector<DataField> out;
  for (const std::string& name : names) {
    out.push_back(field_of(*field_words(index_field_words(), "index", name), name));
    if (name == "confidence") out.back().words = {"95%"};
  }
  return out;
}

Number domain_value(const AreaResult& row, const std::string& id) {
  for (const DomainResult& domain : row.domains)
    if (domain.domain == id) return domain.value;
  return std::nullopt;
}

/// Only areas of an index that is ranked have ranks and comparisons. Where a hidden area is in the target, exact
/// figures of the others would give it away.
BlankReason comparison_blank(const RunResults& results, const AreaResult& row) {
  if (row.level != Level::area || !results.index.ranked) return BlankReason::not_applicable;
  return row.status.hidden() || results.target.hidden_compared > 0 ? BlankReason::hidden : BlankReason::absent;
}

class IndexRows {
public:
  explicit IndexRows(const RunResults& results)
      : results_(results), value_{.decimals = out_of_hundred(results) ? 1 : 2}, error_{.decimals =
                                                                                           value_.decimals + 1} {}

  std::vector<DataCell> row(const AreaResult& row) const {
    std::vector<DataCell> out;
    RowCells cells(out);
    const BlankReason own = row.status.hidden() ? BlankReason::hidden : BlankReason::absent;
    cells.blank(own).text(row.code).text(row.name).text(words(row.level)).whole(row.n);
    cells.estimated(row.index, value_, error_);
    add_comparison(cells, row);
    cells.blank(own).number(row.geometric, value_).text(results_.study.adjusted_headline ? "adjusted" : "crude");
    cells.text(row.status.text());
    for (const DomainResult& domain : results_.domain_weights)
      cells.number(domain_value(row, domain.domain), value_);
    return out;
  }

private:
  void add_comparison(RowCells& cells, const AreaResult& row) const {
    const Comparison& c = row.comparison;
    const BlankReason blank = comparison_blank(results_, row);
    const auto end = [&row](int RankInterval::*side) {
      return row.rank_interval ? std::optional<int>((*row.rank_interval).*side) : std::nullopt;
    };
    // A rank that is not given is no secret, unless the area is hidden.
    cells.blank(blank == BlankReason::hidden && !row.status.hidden() ? BlankReason::absent : blank);
    cells.whole(row.rank, row.rank_tied).whole(end(&RankInterval::low)).whole(end(&RankInterval::high));
    cells.blank(blank).number(c.difference, value_).text(words(c.band_sampling)).text(words(c.band));
    cells.number(c.z, z_look).number(c.z_od, z_look).number(c.p, p_look).yes_no(c.fdr);
    cells.number(row.reliability, {.decimals = 2}).number(row.shrunk, value_);
  }

  const RunResults& results_;
  NumberLook value_, error_;
};

} // namespace

DataTable index_table(const RunResults& results) {
  DataTable out;
  out.name = "index";
  out.title = "The index by area";
  out.fields = fields_of(results);
  out.key = {"level", "area_code"};
  const IndexRows rows(results);
  for (const auto* level : {&results.areas, &results.regions})
    for (const AreaResult& row : *level)
      out.rows.push_back(rows.row(row));
  out.rows.push_back(rows.row(results.total));
  return out;
}

} // namespace joinedup
