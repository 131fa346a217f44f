// One row of results: an area, a region or the whole.
#include "definitions/results/parts.hpp"

#include "base/text.hpp"

#include <array>
#include <limits>

namespace joinedup {

namespace {

constexpr std::array<std::string_view, 3> level_words{"area", "region", "total"};
constexpr std::array bands{Band::none,        Band::much_worse,      Band::worse,  Band::somewhat_worse,
                           Band::as_expected, Band::somewhat_better, Band::better, Band::much_better};

Estimated read_estimate(Fields& fields) {
  Estimated out;
  out.value = number_or_null(fields, "value");
  out.se = number_or_null(fields, "se");
  out.lower = number_or_null(fields, "lowercl");
  out.upper = number_or_null(fields, "uppercl");
  fields.find("confidence"); // 95% where there are limits
  out.lower99_8 = number_or_null(fields, "lower99_8cl");
  out.upper99_8 = number_or_null(fields, "upper99_8cl");
  return out;
}

Band read_band(Fields& fields, const std::string& name) {
  const std::string word = said_or_null(fields, name);
  for (const Band band : bands)
    if (words(band) == word) return band;
  fields.error("J506", name, "\"" + name + "\" is \"" + word + "\", which is no band");
  return Band::none;
}

Comparison read_comparison(Fields& fields) {
  Comparison out;
  out.difference = number_or_null(fields, "difference");
  out.band_sampling = read_band(fields, "band_sampling");
  out.band = read_band(fields, "band");
  out.z = number_or_null(fields, "z");
  out.z_od = number_or_null(fields, "z_od");
  out.p = number_or_null(fields, "p");
  if (const std::string fdr = fields.word_if("fdr", {"yes", "no"}); !fdr.empty()) out.fdr = fdr == "yes";
  return out;
}

ResultStatus read_status(Fields& fields) {
  ResultStatus out;
  const std::string text = said(fields, "status");
  for (const std::string_view mark : split(text, ';')) {
    out.caution = out.caution || mark == "caution";
    out.partial = out.partial || mark == "partial";
    out.suppressed = out.suppressed || mark == "suppressed";
    out.suppressed_secondary = out.suppressed_secondary || mark == "suppressed_secondary";
    out.disclosure_difference = out.disclosure_difference || mark == "disclosure_difference";
    out.coverage = out.coverage || mark == "coverage";
  }
  if (fields.has("status") && out.text() != text)
    fields.error("J506", "status", "\"status\" is \"" + text + "\", expected ok, or marks joined by ; in their order");
  return out;
}

std::optional<std::uint64_t> read_n(Fields& fields) {
  const auto n = fields.find("n");
  return n ? std::optional(whole_count(*n)) : std::nullopt;
}

IndicatorResult read_indicator(Fields& fields) {
  IndicatorResult out;
  out.indicator = said(fields, "indicator");
  out.n = read_n(fields);
  out.estimate = read_estimate(fields);
  out.crude = number_or_null(fields, "crude");
  out.adjusted = number_or_null(fields, "adjusted");
  out.points = number_or_null(fields, "points");
  out.comparison = read_comparison(fields);
  out.status = read_status(fields);
  fields.find("reason"); // follows from the status
  fields.done();
  return out;
}

std::optional<int> read_rank(Fields& fields, const std::string& name) {
  return fields.integer_if(name, 1, std::numeric_limits<int>::max());
}

void read_tile(Fields& row, AreaResult& out) {
  auto tile = row.object_if("tile");
  if (!tile) return;
  constexpr int far = 10000;
  out.tile_column = tile->integer_if("column", 0, far).value_or(0);
  out.tile_row = tile->integer_if("row", 0, far).value_or(0);
  out.tile_label = said(*tile, "label");
  tile->done();
}

void read_index(Fields& row, AreaResult& out) {
  out.index = read_estimate(row);
  out.rank = read_rank(row, "rank");
  out.rank_tied = row.flag_or("rank_tied", false);
  const auto low = read_rank(row, "rank_low"), high = read_rank(row, "rank_high");
  if (low && high) out.rank_interval = RankInterval{*low, *high};
  out.comparison = read_comparison(row);
  out.reliability = number_or_null(row, "reliability");
  out.shrunk = number_or_null(row, "shrunk");
  out.geometric = number_or_null(row, "geometric");
  row.find("basis"); // that of the run
  out.status = read_status(row);
  out.reason = said_or_null(row, "reason");
}

} // namespace

AreaResult read_area(Fields& row) {
  AreaResult out;
  out.code = said(row, "area_code");
  out.name = said(row, "area_name");
  out.short_name = said_or_null(row, "short_name");
  out.level = static_cast<Level>(place_of_word(row, "level", level_words));
  out.region = said_or_null(row, "region");
  read_tile(row, out);
  out.n = read_n(row);
  read_index(row, out);
  for (const auto& [domain, value] : numbers_of(row, "domains"))
    out.domains.push_back({domain, value});
  for (Fields& indicator : row.objects_if("indicators"))
    out.indicators.push_back(read_indicator(indicator));
  for (Fields& part : row.objects_if("contributions")) {
    out.contributions.push_back(
        {said_or_null(part, "indicator"), number_or_nan(part, "weight"), number_or_null(part, "points")});
    part.done();
  }
  row.done();
  return out;
}

} // namespace joinedup
