// index.csv: a row per area, then per region, then the whole.
#include "report/csv/csv_line.hpp"
#include "report/hide.hpp"
#include "report/writers.hpp"

namespace joinedup {
namespace {

std::vector<std::string> columns_of(const RunResults& results) {
  std::vector<std::string> columns = {
      "area_code",   "area_name",     "level",       "n",           "value", "se",       "lowercl",
      "uppercl",     "confidence",    "lower99_8cl", "upper99_8cl", "rank",  "rank_low", "rank_high",
      "difference",  "band_sampling", "band",        "z",           "z_od",  "p",        "fdr",
      "reliability", "shrunk",        "geometric",   "basis",       "status"};
  for (const DomainResult& domain : results.domain_weights)
    columns.push_back("domain." + domain.domain);
  return columns;
}

Number domain_value(const AreaResult& row, const std::string& id) {
  for (const DomainResult& domain : row.domains)
    if (domain.domain == id) return domain.value;
  return std::nullopt;
}

void append_row(std::string& out, const RunResults& results, const AreaResult& row) {
  const Comparison& c = row.comparison;
  const auto rank_end = [&row](int RankInterval::*end) {
    return row.rank_interval ? std::optional<int>((*row.rank_interval).*end) : std::nullopt;
  };
  CsvLine line(out);
  line.text(row.code).text(row.name).text(words(row.level)).whole(row.n).estimated(row.index);
  line.rank(row.rank).rank(rank_end(&RankInterval::low)).rank(rank_end(&RankInterval::high));
  line.number(c.difference).text(words(c.band_sampling)).text(words(c.band));
  line.number(c.z).number(c.z_od).number(c.p).yes_no(c.fdr);
  line.number(row.reliability)
      .number(row.shrunk)
      .number(row.geometric)
      .text(results.study.adjusted_headline ? "adjusted" : "crude")
      .text(row.status.text());
  for (const DomainResult& domain : results.domain_weights)
    line.number(domain_value(row, domain.domain));
  line.end();
}

} // namespace

std::string index_csv(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  std::string out;
  append_csv_heading(out, columns_of(results));
  for (const AreaResult& row : results.areas)
    append_row(out, results, row);
  for (const AreaResult& row : results.regions)
    append_row(out, results, row);
  append_row(out, results, results.total);
  return out;
}

} // namespace joinedup
