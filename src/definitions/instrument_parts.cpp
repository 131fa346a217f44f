// Missing rules, bands, tables, choices and sources.
#include "definitions/instrument_parts.hpp"

#include "base/text.hpp"
#include "definitions/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

const std::vector<std::string> confidences{"VERIFIED", "LIKELY", "UNVERIFIED", "DISPUTED", "RULING"};
constexpr int most_items = 1000;

void read_number_pattern(Fields& fields, MissingRule& rule) {
  rule.numbers = read_whole_range(fields, "numbers");
  if (!fields.find("numbers")) return;
  if (rule.name.empty() || rule.name.back() != 'N')
    fields.error("J506", "name",
                 fmt::format("\"name\" is \"{}\", expected an N at its end for \"numbers\"", rule.name));
  if (fields.need("default", "a whole number") && rule.numbers)
    rule.default_number = fields.integer_if("default", rule.numbers->first, rule.numbers->second).value_or(0);
}

/// Bands that do not follow one another at the scheme's decimals are legal and suspicious: of two that hold a score
/// the first counts, and a score between two is in none.
void check_bands(const BandScheme& scheme, const std::vector<Position>& places, Faults& faults) {
  const double step = std::pow(10.0, -scheme.decimals);
  for (std::size_t b = 0; b < scheme.bands.size(); ++b) {
    const ScoreBand& band = scheme.bands[b];
    if (band.low > band.high)
      faults.error("J506", places[b],
                   fmt::format("band \"{}\" runs from {} to {}, expected the lower first", band.label,
                               shortest(band.low), shortest(band.high)));
    if (b == 0) continue;
    const ScoreBand& before = scheme.bands[b - 1];
    const double expected = before.high + step;
    if (std::abs(band.low - expected) <= step / 1000) continue;
    if (band.low < expected)
      faults.warning("J535", places[b],
                     fmt::format("band \"{}\" begins at {}, inside or before band \"{}\" that ends at {}", band.label,
                                 shortest(band.low), before.label, shortest(before.high)),
                     fmt::format("begin it at {}: of two bands that hold a score the first counts",
                                 fixed(expected, scheme.decimals)));
    else if (!scheme.gaps)
      faults.warning("J536", places[b],
                     fmt::format("band \"{}\" begins at {}, band \"{}\" ends at {}: scores between are in no band",
                                 band.label, shortest(band.low), before.label, shortest(before.high)),
                     fmt::format("begin it at {}, or write \"gaps\": true where it was published so",
                                 fixed(expected, scheme.decimals)));
  }
}

} // namespace

std::optional<std::pair<double, double>> read_range(Fields& fields, const std::string& name) {
  const auto value = fields.find(name);
  if (!value) return std::nullopt;
  const std::vector<double> ends = value->numbers();
  if (ends.size() == 2 && ends[0] < ends[1]) return std::pair(ends[0], ends[1]);
  if (value->is_list() && (ends.size() == value->json().size()))
    value->error("J506", fmt::format("\"{}\" is not as expected: two numbers, the lower first", name));
  return std::nullopt;
}

std::optional<std::pair<int, int>> read_whole_range(Fields& fields, const std::string& name) {
  const auto ends = read_range(fields, name);
  if (!ends) return std::nullopt;
  constexpr double limit = 30000;
  if (std::floor(ends->first) == ends->first && std::floor(ends->second) == ends->second && ends->first >= -limit &&
      ends->second <= limit)
    return std::pair(static_cast<int>(ends->first), static_cast<int>(ends->second));
  fields.error("J506", name, fmt::format("\"{}\" is not as expected: two whole numbers from -30000 to 30000", name));
  return std::nullopt;
}

MissingRule read_missing_rule(Fields fields) {
  MissingRule out;
  out.where = fields.where();
  out.name = read_id(fields, "name");
  out.minimum_share = fields.number_if("minimum_share");
  out.may_lack = fields.integer_if("may_lack", 0, most_items);
  read_number_pattern(fields, out);
  const int limits =
      (fields.find("minimum_share") ? 1 : 0) + (fields.find("may_lack") ? 1 : 0) + (fields.find("numbers") ? 1 : 0);
  if (limits != 1 && fields.good())
    fields.error(
        "J506", "name",
        fmt::format("rule \"{}\" has {} limits, expected one of minimum_share, may_lack, numbers", out.name, limits));
  if (out.minimum_share && (*out.minimum_share <= 0 || *out.minimum_share > 1))
    fields.error("J506", "minimum_share",
                 fmt::format("\"minimum_share\" is {}, expected above 0, at most 1", shortest(*out.minimum_share)));
  out.lookup = fields.word_if("lookup", {"none", "round", "interpolate"});
  out.confidence = fields.word_if("confidence", confidences);
  fields.done();
  return out;
}

BandScheme read_band_scheme(Fields fields) {
  BandScheme out;
  out.where = fields.where();
  out.id = read_id(fields);
  constexpr int most_decimals = 6;
  out.decimals = fields.integer_if("decimals", 0, most_decimals).value_or(0);
  out.gaps = fields.flag_or("gaps", false);
  std::vector<Position> places;
  for (Fields& band : fields.objects("bands")) {
    places.push_back(band.where());
    ScoreBand read{band.text("label"), band.number("low"), band.number("high")};
    band.done();
    out.bands.push_back(std::move(read));
  }
  out.confidence = fields.word_if("confidence", confidences);
  check_bands(out, places, fields.faults());
  fields.done();
  return out;
}

LookupTable read_table(Fields fields) {
  LookupTable out;
  out.where = fields.where();
  out.id = read_id(fields);
  if (const auto rows = fields.need("rows", "a list of pairs of numbers")) {
    for (const Value& row : rows->list()) {
      const std::vector<double> pair = row.numbers();
      if (pair.size() != 2) {
        row.error("J506", fmt::format("\"{}\" is not as expected: two numbers, from and to", row.name()));
      } else if (!out.rows.empty() && pair[0] <= out.rows.back().first) {
        row.error("J506",
                  fmt::format("row {} does not rise above {}", shortest(pair[0]), shortest(out.rows.back().first)));
      } else {
        out.rows.emplace_back(pair[0], pair[1]);
      }
    }
  }
  fields.done();
  return out;
}

UserTable read_user_table(Fields fields) {
  UserTable out;
  if (fields.need("raw", "two whole numbers")) {
    const auto raw = read_whole_range(fields, "raw").value_or(std::pair(0, 1));
    out.first = raw.first;
    out.last = raw.second;
  }
  if (fields.need("scores", "two numbers")) {
    const auto scores = read_range(fields, "scores").value_or(std::pair(0.0, 1.0));
    out.low = scores.first;
    out.high = scores.second;
  }
  out.what = fields.text("what");
  fields.done();
  return out;
}

Choice read_choice(Fields fields) {
  Choice out;
  out.where = fields.where();
  out.id = read_id(fields);
  out.label = fields.text("label");
  if (fields.need("values", "a list of texts")) out.values = fields.texts_if("values");
  if (!out.values.empty()) out.fallback = fields.word_if("default", out.values);
  if (const auto confidence = fields.find("confidence")) {
    for (const auto& [value, word] : confidence->members()) {
      if (std::find(out.values.begin(), out.values.end(), value) == out.values.end())
        word.error("J503", fmt::format("no value \"{}\" of choice \"{}\"", value, out.id));
      out.confidence[value] = word.text().value_or("");
    }
  }
  fields.done();
  return out;
}

Source read_source(Fields fields) {
  Source out;
  out.id = read_id(fields);
  out.citation = fields.text("citation");
  out.link = fields.text_or("link", "");
  out.confidence = fields.word_if("confidence", confidences);
  fields.done();
  return out;
}

} // namespace joinedup
