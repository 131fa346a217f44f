#include "definitions/simulation.hpp"

#include "definitions/fields.hpp"
#include "definitions/simulation_items.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

SimulatedColumns columns(Fields f) {
  SimulatedColumns out;
  out.record = f.text("record");
  out.area = f.text("area");
  out.practice = f.text("practice");
  out.stratum = f.text("stratum");
  out.weight = f.text("weight");
  out.age_band = f.text("age_band");
  out.sex = f.text("sex");
  out.comment = f.text("comment");
  f.done();
  return out;
}

SimulatedSizes sizes(Fields f) {
  SimulatedSizes out;
  out.period = whole(f, "period", 1, 1'000'000);
  out.flatness = whole(f, "flatness", 1, 1000);
  out.stride = whole(f, "stride", 1, 1000);
  for (Fields& few : f.objects_if("few")) {
    const int area = whole(few, "area", 0, 65535);
    out.few.emplace_back(static_cast<std::size_t>(area), whole(few, "records", 1, 1'000'000));
    few.done();
  }
  f.done();
  return out;
}

std::vector<SimulatedCategory> categories(Fields& f, const std::string& name) {
  std::vector<SimulatedCategory> out;
  for (Fields& each : f.objects(name)) {
    SimulatedCategory category;
    category.label = each.text_or("label", ""); // without one the cell stays blank
    category.share = whole(each, "share", 1, 10'000);
    category.weight = each.integer_if("weight", 1, 100'000).value_or(1000);
    each.done();
    out.push_back(std::move(category));
  }
  return out;
}

std::vector<std::string> some_texts(Fields& f, const std::string& name) {
  const auto value = f.need(name, "a list of texts");
  std::vector<std::string> out = value ? value->texts() : std::vector<std::string>{};
  if (value && value->is_list() && value->json().empty()) {
    value->error("J506", fmt::format("\"{}\" is an empty list, expected at least one text", name));
  }
  return out;
}

SimulatedComments comments(Fields f) {
  SimulatedComments out;
  out.given = rate(f, "given");
  out.most = whole(f, "most", 1, 100);
  out.phrases = some_texts(f, "phrases");
  out.separators = some_texts(f, "separators");
  if (auto formula = f.object_if("formula")) {
    out.formula = rate(*formula, "rate");
    out.formulas = some_texts(*formula, "texts");
    formula->done();
  }
  f.done();
  return out;
}

void people(Fields f, SimulationSpec& out) {
  out.age_bands = categories(f, "age_bands");
  out.sexes = categories(f, "sexes");
  out.age_tilt = whole(f, "age_tilt", 0, 250); // more would not keep the order of ages
  out.weight_spread = whole(f, "weight_spread", 0, 999);
  f.done();
}

void practices(Fields f, SimulationSpec& out) {
  out.practice_records = whole(f, "records", 1, 1'000'000);
  out.practice_least = whole(f, "least", 1, 10'000);
  out.practice_most = whole(f, "most", 1, 10'000);
  if (out.practice_most < out.practice_least) f.error("J506", "most", "\"most\" is below \"least\"");
  out.strata = some_texts(f, "strata");
  f.done();
}

void gaps(Fields f, SimulationSpec& out) {
  out.blank_area = rate(f, "blank_area");
  out.unknown_area = rate(f, "unknown_area");
  out.unknown_areas = some_texts(f, "unknown_areas");
  out.blank_weight = rate(f, "blank_weight");
  f.done();
}

SimulationSpec simulation(Fields& f) {
  SimulationSpec out;
  out.id = f.text("id");
  out.version = f.text("version");
  out.title = f.text("title");
  out.geography = f.text("geography");
  out.notes = f.texts_if("notes");
  out.columns = columns(f.object("columns"));
  out.sizes = sizes(f.object("sizes"));
  practices(f.object("practices"), out);
  people(f.object("people"), out);
  gaps(f.object("gaps"), out);
  out.traits = simulated_traits(f, out.age_bands.size());
  out.standing_out = standing_out(f, out.traits);
  out.blocks = simulated_blocks(f, out.traits);
  out.comments = comments(f.object("comments"));
  return out;
}

} // namespace

Outcome<SimulationSpec> read_simulation(std::string_view text, const std::string& file) {
  return read_definition<SimulationSpec>(text, file, simulation);
}

} // namespace joinedup
