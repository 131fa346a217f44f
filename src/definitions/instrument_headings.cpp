#include "definitions/instrument_headings.hpp"

#include "base/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace joinedup {

namespace {

constexpr int highest_digit = 9;

/// The item, or J503 where there is none of this id.
const Item* known_item(const Instrument& instrument, const std::string& id, const Value& value) {
  if (const Item* item = instrument.item(id)) return item;
  std::vector<std::string> ids;
  for (const Item& item : instrument.items)
    ids.push_back(item.id);
  value.error("J503", fmt::format("no item \"{}\"", id), suggestion(id, ids));
  return nullptr;
}

HeadingSet read_set(Fields& fields, const Instrument& instrument) {
  HeadingSet out;
  out.where = fields.where();
  if (const auto items = fields.need("items", "an object of item ids and headings")) {
    for (const auto& [id, headings] : items->members()) {
      known_item(instrument, id, headings);
      out.items[id] = headings.text_or_texts();
      if (headings.is_list() && headings.json().empty())
        headings.error("J506", fmt::format("\"{}\" is an empty list, expected at least one heading", id));
    }
    if (items->is_object() && items->json().empty())
      items->error("J506", "\"items\" is empty, expected at least one item");
  }
  out.beside = fields.flag_or("beside", false);
  fields.done();
  return out;
}

ProfileColumn read_profile(Fields& fields, const Instrument& instrument) {
  ProfileColumn out;
  out.where = fields.where();
  const auto items = fields.need("items", "a list of item ids");
  if (items && items->is_list() && items->json().size() < 2)
    items->error("J506", "\"items\" must name two items or more");
  for (const Value& value : items && items->is_list() ? items->list() : std::vector<Value>{}) {
    const std::string id = value.text().value_or("");
    if (id.empty()) continue;
    if (std::find(out.items.begin(), out.items.end(), id) != out.items.end())
      value.error("J507", fmt::format("item \"{}\" is named twice", id));
    const Item* const item = known_item(instrument, id, value);
    if (item != nullptr && (item->lowest() < 0 || item->highest() > highest_digit))
      value.error("J506", fmt::format("codes of \"{}\" are no single digits, so it cannot be part of a profile", id));
    out.items.push_back(id);
  }
  out.headings = fields.texts_if("headings");
  fields.done();
  return out;
}

} // namespace

void read_headings(Fields& root, Instrument& out) {
  for (Fields& fields : root.objects_if("headings"))
    out.heading_sets.push_back(read_set(fields, out));
  if (auto profile = root.object_if("profile")) out.profile = read_profile(*profile, out);
}

} // namespace joinedup
