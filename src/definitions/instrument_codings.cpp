#include "definitions/instrument_codings.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr std::string_view catch_all_word = "catch_all";

std::vector<std::string> item_ids(const Instrument& instrument) {
  std::vector<std::string> out;
  for (const Item& item : instrument.items)
    out.push_back(item.id);
  return out;
}

/// Object of cell text -> code, or the word catch_all.
CodedCells read_cells(const Value& value, const Item& item) {
  CodedCells out;
  for (const auto& [text, cell] : value.members()) {
    if (cell.is_text()) {
      if (cell.text().value_or("") != catch_all_word)
        cell.error("J506", fmt::format("\"{}\" is no code, expected a whole number or \"catch_all\"", cell.name()));
      else if (item.catch_all.empty())
        cell.error("J506", fmt::format("item \"{}\" has no \"catch_all\" that says what it scores", item.id));
      else
        out.catch_all.push_back(lower(text));
      continue;
    }
    const auto code = cell.whole();
    if (!code) continue;
    if (*code < item.lowest() || *code > item.highest() || !item.accepts(static_cast<int>(*code)))
      cell.error("J506", fmt::format("{} is no code of item \"{}\"", *code, item.id));
    else
      out.codes[lower(text)] = static_cast<int>(*code);
  }
  if (out.empty() && value.is_object() && value.json().empty())
    value.error("J506", fmt::format("\"{}\" is empty, expected cell texts and codes", item.id));
  return out;
}

/// The choice that `name` names, and its value; faults where there is none.
void check_choice(Fields& fields, const Instrument& instrument, const Coding& coding) {
  std::vector<std::string> names;
  for (const Choice& choice : instrument.choices) {
    names.push_back(choice.id);
    if (choice.id != coding.choice) continue;
    if (std::find(choice.values.begin(), choice.values.end(), coding.value) == choice.values.end())
      fields.error("J503", "value", fmt::format("no value \"{}\" of choice \"{}\"", coding.value, choice.id),
                   suggestion(coding.value, choice.values));
    return;
  }
  fields.error("J503", "choice", fmt::format("no choice \"{}\"", coding.choice), suggestion(coding.choice, names));
}

Coding read_coding(Fields& fields, const Instrument& instrument) {
  Coding out;
  out.where = fields.where();
  out.choice = fields.text("choice");
  out.value = fields.text("value");
  if (!out.choice.empty()) check_choice(fields, instrument, out);
  if (const auto items = fields.need("items", "an object of item ids and cells")) {
    const std::vector<std::string> ids = item_ids(instrument);
    for (const auto& [id, cells] : items->members()) {
      const Item* item = instrument.item(id);
      if (item)
        out.items[id] = read_cells(cells, *item);
      else
        cells.error("J503", fmt::format("no item \"{}\"", id), suggestion(id, ids));
    }
  }
  fields.done();
  return out;
}

CountTable read_count_table(Fields& fields, const Instrument& instrument) {
  CountTable out;
  out.item = fields.text("item");
  if (!out.item.empty() && !instrument.item(out.item))
    fields.error("J503", "item", fmt::format("no item \"{}\"", out.item), suggestion(out.item, item_ids(instrument)));
  out.unit = fields.texts_if("unit");
  if (out.unit.empty()) fields.need("unit", "headings of the organisation's code");
  out.name = fields.texts_if("name");
  out.parent = fields.texts_if("parent");
  out.total = fields.texts_if("total");
  out.eligible = fields.texts_if("eligible");
  out.totals = fields.texts_if("totals");
  if (auto group = fields.object_if("independent")) {
    out.convention = group->text("choice");
    out.apart = group->text("value");
    const auto choice = std::find_if(instrument.choices.begin(), instrument.choices.end(),
                                     [&](const Choice& c) { return c.id == out.convention; });
    if (choice == instrument.choices.end()) {
      if (!out.convention.empty()) group->error("J503", "choice", fmt::format("no choice \"{}\"", out.convention));
    } else if (!out.apart.empty() &&
               std::find(choice->values.begin(), choice->values.end(), out.apart) == choice->values.end()) {
      group->error("J503", "value", fmt::format("choice \"{}\" has no value \"{}\"", out.convention, out.apart),
                   suggestion(out.apart, choice->values));
    }
    out.name_has = group->texts_if("name_has");
    if (out.name_has.empty()) group->need("name_has", "words of the names of those that are not independent");
    out.other_group_id = group->text("code");
    out.other_group = group->text("label");
    group->done();
  }
  fields.done();
  return out;
}

} // namespace

void read_codings(Fields& root, Instrument& instrument) {
  for (Fields& fields : root.objects_if("codings"))
    instrument.codings.push_back(read_coding(fields, instrument));
  if (auto counts = root.object_if("counts")) instrument.count_table = read_count_table(*counts, instrument);
}

} // namespace joinedup
