#include "definitions/disclosure.hpp"

#include "definitions/checks.hpp"
#include "definitions/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

void read_figures(Fields& fields, DisclosureSpec& out) {
  if (!fields.need("minimum", "a whole number")) return;
  out.minimum = count_or(fields, "minimum", out.minimum);
  out.caution = count_or(fields, "caution", std::max(out.minimum, out.caution));
  if (out.caution < out.minimum)
    fields.error("J506", "caution",
                 fmt::format("\"caution\" is {}, expected \"minimum\" ({}) or more", out.caution, out.minimum));
  out.round_to = count_or(fields, "round_to", 0);
  out.whole_shown = fields.flag_or("whole_shown", false);
  fields.done();
}

void read_counts(Fields& fields, CountRules& out) {
  if (!fields.need("below", "a whole number")) return;
  out.below = count_or(fields, "below", out.below);
  out.next_lowest = fields.flag_or("next_lowest", false);
  out.cascade = fields.flag_or("cascade", false);
  if (const std::uint64_t people = count_or(fields, "population_at_most", 0); people > 0)
    out.population_at_most = people;
  out.round_to = count_or(fields, "round_to", 0);
  out.whole_shown = fields.flag_or("whole_shown", false);
  out.totals_shown = fields.flag_or("totals_shown", false);
  out.only_small_shares = fields.word_if("shares", {"first", "flagged"}) == "first";
  fields.done();
}

DisclosureRules read(Fields& fields) {
  DisclosureRules out;
  out.id = read_id(fields);
  out.title = fields.text("title");
  out.source = fields.text("source");
  if (fields.need("confidence", "a text"))
    out.confidence = fields.word_if("confidence", {"VERIFIED", "LIKELY", "UNVERIFIED"});
  Fields figures = fields.object("figures"), counts = fields.object("counts");
  out.figures.preset = out.id;
  out.figures.source = out.source;
  read_figures(figures, out.figures);
  read_counts(counts, out.counts);
  return out;
}

} // namespace

Outcome<DisclosureRules> read_disclosure_rules(std::string_view text, const std::string& file) {
  return read_definition<DisclosureRules>(text, file, read);
}

} // namespace joinedup
