#include "definitions/json_source.hpp"

namespace joinedup {

std::size_t JsonSource::member(std::size_t parent, std::string_view key) const {
  std::size_t found = 0;
  for (std::size_t i = parent + 1; i < places_[parent].next; i = places_[i].next) {
    if (places_[i].key == key) found = i; // the last of two, as nlohmann_json takes it
  }
  return found;
}

std::size_t JsonSource::element(std::size_t parent, std::size_t number) const {
  for (std::size_t i = parent + 1; i < places_[parent].next; i = places_[i].next) {
    if (number-- == 0) return i;
  }
  return 0;
}

Position JsonSource::where(std::size_t place) const {
  const JsonPlace& p = places_[place];
  return {file_, p.line, p.column, ""};
}

Position JsonSource::key_where(std::size_t place) const {
  const JsonPlace& p = places_[place];
  return p.key_line == 0 ? where(place) : Position{file_, p.key_line, p.key_column, ""};
}

namespace {

std::size_t place_below(const JsonSource& source, std::size_t place, const Json& json, std::string_view text) {
  if (json.is_string()) return json.get_ref<const std::string&>() == text ? place : 0;
  if (json.is_array()) {
    std::size_t child = place + 1;
    for (const Json& element : json) {
      if (const std::size_t found = place_below(source, child, element, text); found != 0) return found;
      child = source.places()[child].next;
    }
  } else if (json.is_object()) {
    for (const auto& [key, value] : json.items()) {
      const std::size_t found = place_below(source, source.member(place, key), value, text);
      if (found != 0) return found;
    }
  }
  return 0;
}

} // namespace

Position place_of_text(const JsonSource& source, const std::string& name, std::string_view text) {
  const auto member = source.root().is_object() ? source.root().find(name) : source.root().end();
  if (member == source.root().end()) return {source.file(), 0, 0, ""};
  const std::size_t found = place_below(source, source.member(0, name), *member, text);
  return found == 0 ? Position{source.file(), 0, 0, ""} : source.where(found);
}

Outcome<JsonSource> parse_json(std::string_view text, const std::string& file) {
  Diagnostics diagnostics;
  std::vector<JsonPlace> places;
  if (!scan_json(text, file, places, diagnostics)) return Outcome<JsonSource>::failure(std::move(diagnostics));
  try {
    Json root = Json::parse(text);
    return {JsonSource(file, std::move(root), std::move(places)), std::move(diagnostics)};
  } catch (const Json::parse_error& e) { // what the scan leaves to the library: bytes and escapes inside texts
    diagnostics.error("J501", position_of_byte(text, file, e.byte == 0 ? 0 : e.byte - 1),
                      "a text that is not valid UTF-8, expected UTF-8", "save the file as UTF-8");
  }
  return Outcome<JsonSource>::failure(std::move(diagnostics));
}

} // namespace joinedup
