#include "definitions/instrument.hpp"

#include "base/edit_distance.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"
#include "definitions/instrument_codings.hpp"
#include "definitions/instrument_headings.hpp"
#include "definitions/instrument_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

class InstrumentReader {
public:
  explicit InstrumentReader(Fields& root) : root_(root) {}

  Instrument read() {
    head();
    items();
    scores();
    rest();
    value_sets();
    return std::move(out_);
  }

private:
  void head() {
    out_.id = read_id(root_);
    out_.version = root_.text("version");
    out_.title = root_.text("title");
    out_.licence = root_.text("licence");
    out_.notes = root_.text_or("notes", "");
    out_.measures = root_.word_if("measures", {"experience", "outcome"});
    Names ids("source");
    for (Fields& source : root_.objects_if("sources")) {
      out_.sources.push_back(read_source(source));
      ids.add(out_.sources.back().id, source.where("id"), root_.faults());
    }
  }

  void items() {
    OptionSets sets;
    if (const auto named = root_.find("option_sets")) {
      for (const auto& [name, value] : named->members())
        sets[name] = read_options(value);
    }
    for (Fields& fields : root_.objects("items")) {
      out_.items.push_back(read_item(fields, sets));
      item_ids_.add(out_.items.back().id, fields.where("id"), root_.faults());
      names_.push_back(out_.items.back().id);
    }
    for (Fields& fields : root_.objects_if("derived"))
      derived(fields);
    read_headings(root_, out_);
  }

  void derived(Fields& fields) {
    DerivedItem item;
    item.where = fields.where();
    item.id = read_id(fields);
    item_ids_.add(item.id, fields.where("id"), root_.faults());
    item.label = fields.text("label");
    item.items = used_items(fields);
    item.steps = read_steps(fields);
    fields.done();
    names_.push_back(item.id);
    out_.derived.push_back(std::move(item));
  }

  /// Ids of items, each known and named once.
  std::vector<std::string> used_items(Fields& fields) {
    std::vector<std::string> out;
    const auto value = fields.need("items", "a list of item ids");
    if (!value || !value->is_list()) return value ? value->texts() : out;
    for (const Value& element : value->list()) {
      const std::string id = element.text().value_or("");
      if (id.empty()) continue;
      if (std::find(names_.begin(), names_.end(), id) == names_.end())
        element.error("J503", fmt::format("no item \"{}\"", id), suggestion(id, names_));
      else if (std::find(out.begin(), out.end(), id) != out.end())
        element.error("J507", fmt::format("item \"{}\" is named twice", id));
      else
        out.push_back(id);
    }
    return out;
  }

  void scores() {
    Names ids("score");
    for (Fields& fields : root_.objects("scores")) {
      out_.scores.push_back(score(fields));
      ids.add(out_.scores.back().id, fields.where("id"), root_.faults());
    }
  }

  ScoreDefinition score(Fields& fields) {
    ScoreDefinition out;
    out.where = fields.where();
    out.id = read_id(fields);
    out.label = fields.text("label");
    out.items = used_items(fields);
    out.steps = read_steps(fields);
    out.complete = fields.word_if("missing", {"complete", "rule"}) == "complete";
    needs_.emplace_back(fields, fields.texts_if("needs"));
    out.needs = needs_.back().second;
    if (const auto range = read_range(fields, "range")) {
      out.low = range->first;
      out.high = range->second;
    }
    const std::string direction = fields.word_if("direction", {"higher", "lower", "none"});
    out.direction = direction == "lower" ? Direction::lower : direction == "none" ? Direction::none : Direction::higher;
    constexpr int most_decimals = 9;
    out.decimals = fields.integer_if("decimals", 0, most_decimals).value_or(-1);
    out.sources = fields.texts_if("sources");
    out.confidence = fields.text_or("confidence", "");
    out.notice = fields.text_or("notice", "");
    out.headings = fields.texts_if("headings");
    check_sources(fields);
    fields.done();
    return out;
  }

  void check_sources(Fields& fields) {
    std::vector<std::string> known;
    for (const Source& source : out_.sources)
      known.push_back(source.id);
    const auto named = fields.find("sources");
    for (const Value& value : named && named->is_list() ? named->list() : std::vector<Value>{}) {
      const std::string id = value.is_text() ? value.json().get<std::string>() : "";
      if (!id.empty() && std::find(known.begin(), known.end(), id) == known.end())
        value.error("J503", fmt::format("no source \"{}\"", id), suggestion(id, known));
    }
  }

  void rest() {
    Names rules("missing rule"), bands("band scheme"), tables("table"), choices("choice");
    for (Fields& fields : root_.objects_if("missing_rules")) {
      out_.missing_rules.push_back(read_missing_rule(fields));
      rules.add(out_.missing_rules.back().name, fields.where("name"), root_.faults());
    }
    for (Fields& fields : root_.objects_if("band_schemes")) {
      out_.band_schemes.push_back(read_band_scheme(fields));
      bands.add(out_.band_schemes.back().id, fields.where("id"), root_.faults());
    }
    for (Fields& fields : root_.objects_if("tables")) {
      out_.tables.push_back(read_table(fields));
      tables.add(out_.tables.back().id, fields.where("id"), root_.faults());
    }
    for (Fields& fields : root_.objects_if("choices")) {
      out_.choices.push_back(read_choice(fields));
      choices.add(out_.choices.back().id, fields.where("id"), root_.faults());
    }
    if (auto table = root_.object_if("user_table")) out_.user_table = read_user_table(*table);
    check_needs();
    read_codings(root_, out_);
  }

  /// `table`, a choice, or a choice's value.
  void check_needs() {
    std::vector<std::string> known;
    if (out_.user_table) known.emplace_back("table");
    for (const Choice& choice : out_.choices) {
      known.push_back(choice.id);
      for (const std::string& value : choice.values)
        known.push_back(choice.id + "=" + value);
    }
    for (auto& [fields, needs] : needs_) {
      for (const std::string& need : needs) {
        if (std::find(known.begin(), known.end(), need) == known.end())
          fields.error("J503", "needs", fmt::format("no choice \"{}\" to need", need), suggestion(need, known));
      }
    }
  }

  void value_sets() {
    auto sets = root_.object_if("value_sets");
    if (!sets) return;
    out_.default_value_set = sets->text_or("default", "");
    out_.suggested_value_sets = sets->texts_if("suggested");
    sets->done();
  }

  Fields& root_;
  Instrument out_;
  Names item_ids_{"item"};
  std::vector<std::string> names_; ///< of items and derived items so far
  std::vector<std::pair<Fields, std::vector<std::string>>> needs_;
};

} // namespace

Outcome<Instrument> read_instrument(std::string_view text, const std::string& file) {
  auto out = read_definition<Instrument>(text, file, [](Fields& root) { return InstrumentReader(root).read(); });
  if (out) out->file = file;
  return out;
}

std::optional<Instrument> instrument_draft(std::string_view text, const std::string& file) {
  const Outcome<JsonSource> source = parse_json(text, file);
  if (!source) return std::nullopt;
  Faults faults;
  Fields root(*source, faults);
  Instrument out = InstrumentReader(root).read();
  const bool sound = std::all_of(out.items.begin(), out.items.end(),
                                 [](const Item& item) { return item.range.has_value() || !item.options.empty(); });
  return sound && root.good() ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace joinedup
