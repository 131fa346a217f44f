#include "pipeline/map_columns.hpp"

#include "base/edit_distance.hpp"
#include "exports/cell_codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

class Names {
public:
  Names(const ColumnMap& map, const MapPlaces& places, const Headings& headings, const Library& library)
      : map_(map), places_(places), headings_(headings), library_(library) {}

  Diagnostics run() {
    check_respondent_columns();
    for (std::size_t a = 0; a < map_.administrations.size(); ++a)
      check_administration(map_.administrations[a], {"administrations", std::to_string(a)});
    return in_order_of_the_text();
  }

private:
  using Path = std::vector<std::string>;

  Diagnostics in_order_of_the_text() const {
    std::vector<Diagnostic> all = faults_.all();
    std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair{a.where.line, a.where.column} < std::pair{b.where.line, b.where.column};
    });
    Diagnostics out;
    for (Diagnostic& d : all)
      out.add(std::move(d));
    return out;
  }

  static Path below(Path path, std::initializer_list<std::string> more) {
    path.insert(path.end(), more);
    return path;
  }

  void column(const std::string& name, const std::string& role, const Position& where) {
    if (!name.empty()) headings_.find(name, role, where, faults_);
  }

  void check_respondent_columns() {
    column(map_.record, "record", places_.value({"record"}));
    if (map_.area) column(map_.area->column, "area", places_.value({"area", "column"}));
    for (const auto& [name, key] :
         {std::pair{map_.wave, "wave"}, std::pair{map_.weight, "weight"}, std::pair{map_.count, "count"},
          std::pair{map_.strata, "strata"}, std::pair{map_.cluster, "cluster"}, std::pair{map_.age_band, "age_band"},
          std::pair{map_.sex, "sex"}})
      column(name, key, places_.value({key}));
    for (const auto& [name, values] : map_.rows)
      column(name, "rows", places_.key({"rows", name}));
    for (std::size_t c = 0; c < map_.columns.size(); ++c)
      column(map_.columns[c], "columns", places_.value({"columns", std::to_string(c)}));
  }

  void check_administration(const Administration& a, const Path& path) {
    const auto ids = library_.instrument_ids();
    if (std::find(ids.begin(), ids.end(), a.instrument) == ids.end()) {
      faults_.error("J503", places_.value(below(path, {"instrument"})),
                    fmt::format("no instrument \"{}\"", a.instrument), suggestion(a.instrument, ids));
    } else if (const Outcome<Instrument> instrument = library_.instrument(a.instrument); instrument) {
      check_items(*instrument, a, path);
    } else {
      faults_.merge(instrument.diagnostics);
    }
    column(a.profile, "profile", places_.value(below(path, {"profile"})));
    for (const auto& [score, heading] : a.compare)
      column(heading, "compare", places_.value(below(path, {"compare", score})));
    for (const auto& [item, columns] : a.items) {
      for (std::size_t c = 0; c < columns.size(); ++c)
        column(columns[c], item, places_.value(below(path, {"items", item, std::to_string(c)})));
    }
  }

  void check_items(const Instrument& instrument, const Administration& a, const Path& path) {
    const auto know = [&](const std::string& id, const char* member) {
      if (id == "*" || instrument.item(id) != nullptr) return;
      std::vector<std::string> ids;
      for (const Item& item : instrument.items)
        ids.push_back(item.id);
      faults_.error("J110", places_.key(below(path, {member, id})), fmt::format("{} has no item {}", instrument.id, id),
                    suggestion(id, ids));
    };
    if (!a.profile.empty() && !instrument.profile)
      faults_.error("J110", places_.key(below(path, {"profile"})),
                    fmt::format("{} has no items that one column holds together", instrument.id),
                    "name a column for each item");
    std::vector<std::string> scores;
    for (const ScoreDefinition& score : instrument.scores)
      scores.push_back(score.id);
    for (const auto& [score, heading] : a.compare)
      if (std::find(scores.begin(), scores.end(), score.substr(0, score.find('['))) == scores.end())
        faults_.error("J135", places_.key(below(path, {"compare", score})),
                      fmt::format("{} has no score {}", instrument.id, score), suggestion(score, scores));
    for (const auto& [id, columns] : a.items)
      know(id, "items");
    for (const auto& [id, texts] : a.missing)
      know(id, "missing");
    for (const auto& [id, codes] : a.recode) {
      know(id, "recode");
      const Item* item = instrument.item(id);
      for (const auto& [text, code] : codes) {
        if (item == nullptr || item->accepts(code)) continue;
        faults_.error("J118", places_.value(below(path, {"recode", id, text})),
                      fmt::format("{}: {} is no code of this item, expected {}", id, code, expected_answers(*item)),
                      "recode goes from the text in the file to the definition's code");
      }
    }
  }

  const ColumnMap& map_;
  const MapPlaces& places_;
  const Headings& headings_;
  const Library& library_;
  Diagnostics faults_;
};

} // namespace

Diagnostics check_map_names(const ColumnMap& map, const MapPlaces& places, const Headings& headings,
                            const Library& library) {
  return Names(map, places, headings, library).run();
}

} // namespace joinedup
