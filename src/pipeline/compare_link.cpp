#include "pipeline/compare_link.hpp"

#include "evaluate/linked_change.hpp"
#include "pipeline/compare_row_maker.hpp"

#include <array>
#include <cmath>
#include <map>

namespace joinedup {

namespace {

void add(WaveScores& to, double value, std::uint32_t person) {
  to.values.push_back(value);
  to.people.push_back(person);
}

struct Overlap {
  WaveScores apart;            ///< old less new
  std::uint64_t one_alone = 0; ///< records with one of the two
};

Overlap overlap_of(const ComparedSide& side, const std::array<std::size_t, 2>& link) {
  Overlap out;
  for (std::size_t r = 0; r < side.person.size(); ++r) {
    const double from = side.values[link[0]][r], to = side.values[link[1]][r];
    if (!std::isnan(from) && !std::isnan(to))
      add(out.apart, from - to, side.person[r]);
    else if (!std::isnan(from) || !std::isnan(to))
      ++out.one_alone;
  }
  return out;
}

bool few(std::uint64_t people, std::uint64_t minimum) { return people > 0 && people < minimum; }

void add_rows(RowMaker& rows, const LinkedChange& found, const std::string& from) {
  rows.add("link", found.link, from);
  rows.add("link_se", found.link_se, from);
  rows.add("mean", found.linked, from);
  rows.add("difference", found.change.value, from);
  rows.add("se", found.change.se, from);
  rows.add("lowercl", found.change.low, from);
  rows.add("uppercl", found.change.high, from);
  rows.add("z", found.change.z, from);
  rows.add("p", found.change.p, from);
}

} // namespace

std::vector<ComparisonRow> link_rows(const ComparedRecords& records, const CompareFrame& frame,
                                     const LinkHiding& hidden,
                                     const std::function<std::string(std::uint32_t)>& area_code) {
  std::vector<ComparisonRow> out;
  for (const std::array<std::size_t, 2>& link : frame.links) {
    const Overlap overlap = overlap_of(records.side(overlap_side), link);
    const bool no_link = few(overlap.apart.values.size(), frame.minimum) || few(overlap.one_alone, frame.minimum);
    std::map<std::string, std::array<WaveScores, 2>> areas; // "" is the whole
    for (std::size_t s = 0; s < 2; ++s) {
      const ComparedSide& side = records.side(s);
      for (std::size_t r = 0; r < side.person.size(); ++r) {
        const double value = side.values[link.at(s)][r];
        if (std::isnan(value)) continue;
        add(areas[""].at(s), value, side.person[r]);
        if (frame.by_area) add(areas[area_code(side.area[r])].at(s), value, side.person[r]);
      }
    }
    for (const auto& [code, waves] : areas) {
      const std::vector<HiddenAreas>& not_given = code.empty() ? hidden.total : hidden.areas;
      const bool hide = no_link || not_given.at(link[0])[0].contains(code) || not_given.at(link[1])[1].contains(code);
      RowMaker rows(out, code, code.empty() ? "total" : "area", frame.scores[link[1]].id);
      const LinkedChange found = linked_change(waves[0], waves[1], overlap.apart);
      // A count of all three together would tell of those who are in the overlap alone.
      rows.group("linked", waves[1].values.size(), hide);
      add_rows(rows, found, frame.scores[link[0]].id);
    }
  }
  return out;
}

} // namespace joinedup
