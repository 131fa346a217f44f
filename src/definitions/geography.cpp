#include "definitions/geography.hpp"

#include "base/edit_distance.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

/// The code of an area or region, and its other codes: each may stand for one thing only.
void read_codes(Fields& fields, std::string& code, std::vector<std::string>& others, Names& names) {
  code = fields.text("code");
  names.add(code, fields.where("code"), fields.faults());
  others = fields.texts_if("codes");
  for (const std::string& other : others)
    names.add(other, fields.where("codes"), fields.faults());
}

void read_tile(Fields& fields, Area& out, Names& tiles) {
  const auto tile = fields.find("tile");
  if (!tile) return;
  const std::vector<double> cell = tile->numbers();
  const auto is_place = [](double v) { return v >= 1 && v <= 1000 && v == static_cast<int>(v); };
  if (cell.size() != 2 || !is_place(cell[0]) || !is_place(cell[1])) {
    if (cell.size() == tile->json().size())
      tile->error("J506", fmt::format("\"tile\" is {}, expected column and row as two whole numbers from 1",
                                      tile->json().dump()));
    return;
  }
  out.tile_column = static_cast<int>(cell[0]);
  out.tile_row = static_cast<int>(cell[1]);
  tiles.add(fmt::format("{},{}", out.tile_column, out.tile_row), tile->where(), fields.faults());
}

/// What no two areas of a geography share.
struct AreaNames {
  Names codes{"area code"}, names{"area name"}, tiles{"tile"};
};

Area read_area(Fields& fields, const Geography& geography, AreaNames& taken) {
  Area out;
  read_codes(fields, out.code, out.codes, taken.codes);
  out.name = fields.text("name");
  if (!out.name.empty()) taken.names.add(out.name, fields.where("name"), fields.faults());
  out.short_name = fields.text_or("short_name", out.name);
  out.label = fields.text_or("label", out.short_name);
  out.region = fields.text_or("region", "");
  const auto has_code = [&](const Region& region) { return region.code == out.region; };
  if (!out.region.empty() && std::none_of(geography.regions.begin(), geography.regions.end(), has_code)) {
    std::vector<std::string> known;
    for (const Region& region : geography.regions)
      known.push_back(region.code);
    fields.error("J509", "region", fmt::format("no region \"{}\" in \"regions\"", out.region),
                 suggestion(out.region, known));
  }
  read_tile(fields, out, taken.tiles);
  out.successors = fields.texts_if("successors");
  out.predecessors = fields.texts_if("predecessors");
  out.split = fields.flag_or("split", false);
  fields.done();
  return out;
}

/// Areas of an earlier geography: those that went whole into one area stand for it, the others mean nothing here.
void read_ended(Fields& fields, Geography& out, Names& codes) {
  for (Fields& ended : fields.objects_if("ended")) {
    std::string code;
    std::vector<std::string> others;
    read_codes(ended, code, others, codes);
    const std::string became = ended.text("became"), heir = ended.text_or("area", "");
    const auto is_heir = [&heir](const Area& area) { return area.code == heir; };
    if (!heir.empty() && std::none_of(out.areas.begin(), out.areas.end(), is_heir)) {
      std::vector<std::string> known;
      for (const Area& area : out.areas)
        known.push_back(area.code);
      ended.error("J509", "area", fmt::format("no area \"{}\" in \"areas\"", heir), suggestion(heir, known));
    }
    others.push_back(code);
    for (const std::string& one : others) {
      out.ended[one] = became;
      if (!heir.empty()) out.succeeded_by[one] = heir;
    }
    ended.done();
  }
}

Geography read(Fields& fields) {
  Geography out;
  out.id = read_id(fields);
  out.title = fields.text("title");
  out.source = fields.text("source");
  out.next = fields.text_or("next", "");
  out.previous = fields.text_or("previous", "");
  Fields total = fields.object("total");
  out.total_code = total.text("code");
  out.total_name = total.text("name");
  total.done();
  Names region_codes("region code");
  AreaNames taken;
  for (Fields& region : fields.objects_if("regions")) {
    Region r;
    read_codes(region, r.code, r.codes, region_codes);
    r.name = region.text("name");
    region.done();
    out.regions.push_back(std::move(r));
  }
  for (Fields& area : fields.objects("areas"))
    out.areas.push_back(read_area(area, out, taken));
  read_ended(fields, out, taken.codes);
  return out;
}

} // namespace

Outcome<Geography> read_geography(std::string_view text, const std::string& file) {
  return read_definition<Geography>(text, file, read);
}

} // namespace joinedup
