#include "cli/name_check.hpp"

#include "base/edit_distance.hpp"
#include "definitions/json_source.hpp"
#include "definitions/map.hpp"
#include "definitions/study.hpp"
#include "pipeline/library.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

/// Names that an administration uses, looked up in its instrument.
class AdministrationCheck {
public:
  AdministrationCheck(const Administration& administration, const JsonSource& source, std::size_t place,
                      const Library& library, Diagnostics& out)
      : administration_(administration), source_(source), place_(place), library_(library), out_(out) {}

  void run() {
    const Outcome<Instrument> instrument =
        library_.instrument(administration_.instrument, source_.where(source_.member(place_, "instrument")));
    if (!instrument) {
      if (instrument.diagnostics.counts().contains("J503")) out_.merge(instrument.diagnostics);
      return; // faults of the definition are its own file's
    }
    check_items(*instrument);
    check_codes(*instrument);
  }

private:
  void check_items(const Instrument& instrument) {
    std::vector<std::string> ids;
    for (const Item& item : instrument.items)
      ids.push_back(item.id);
    const std::size_t items = source_.member(place_, "items");
    for (const auto& [id, columns] : administration_.items) {
      if (!instrument.item(id))
        out_.error("J503", source_.key_where(source_.member(items, id)),
                   fmt::format("{} has no item \"{}\"", instrument.id, id), suggestion(id, ids));
    }
  }

  void check_codes(const Instrument& instrument) {
    const std::size_t recode = source_.member(place_, "recode");
    for (const auto& [id, cells] : administration_.recode) {
      const Item* item = instrument.item(id);
      for (const auto& [cell, code] : cells) {
        if (item && !item->accepts(code))
          out_.error("J506", source_.where(source_.member(source_.member(recode, id), cell)),
                     fmt::format("{} is no code of item \"{}\"", code, id),
                     fmt::format("its codes run from {} to {}", item->lowest(), item->highest()));
      }
    }
  }

  const Administration& administration_;
  const JsonSource& source_;
  std::size_t place_;
  const Library& library_;
  Diagnostics& out_;
};

Outcome<std::string> result(std::string what, Diagnostics diagnostics) {
  if (diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(diagnostics));
  return {std::move(what), std::move(diagnostics)};
}

/// Only that a name is unknown: faults of the file that it names are told when that file is checked.
template <typename T> void unknown_only(const Outcome<T>& found, Diagnostics& out) {
  for (const Diagnostic& d : found.diagnostics.all()) {
    if (d.code == "J503" && !found) out.add(d);
  }
}

} // namespace

Outcome<std::string> check_map(const std::string& text, const std::string& file, FileStore& files) {
  const Outcome<ColumnMap> map = read_map(text, file);
  Diagnostics diagnostics = map.diagnostics;
  if (!map || diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(diagnostics));
  const Outcome<JsonSource> source = parse_json(text, file);
  const Library library(files);
  const std::size_t list = source->member(0, "administrations");
  for (std::size_t a = 0; a < map->administrations.size(); ++a)
    AdministrationCheck(map->administrations[a], *source, source->element(list, a), library, diagnostics).run();
  return result("map", std::move(diagnostics));
}

Outcome<std::string> check_study(const std::string& text, const std::string& file, FileStore& files) {
  const Outcome<StudySpec> study = read_study(text, file);
  Diagnostics diagnostics = study.diagnostics;
  if (!study || diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(diagnostics));
  const Outcome<JsonSource> source = parse_json(text, file);
  const Library library(files);
  const bool is_path = study->index.find('/') != std::string::npos || study->index.ends_with(".json");
  if (!is_path) unknown_only(library.index(study->index, place_of_text(*source, "index", study->index)), diagnostics);
  if (study->disclosure.preset != DisclosureSpec{}.preset)
    unknown_only(
        library.disclosure(study->disclosure.preset, place_of_text(*source, "disclosure", study->disclosure.preset)),
        diagnostics);
  if (!study->geography.empty())
    unknown_only(library.geography(study->geography, place_of_text(*source, "area", study->geography)), diagnostics);
  for (const std::string& id : study->instruments)
    unknown_only(library.instrument(id, place_of_text(*source, "instrument", id)), diagnostics);
  return result(study->study.empty() ? "study" : fmt::format("study \"{}\"", study->study), std::move(diagnostics));
}

} // namespace joinedup
