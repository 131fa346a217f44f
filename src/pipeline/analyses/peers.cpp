#include "pipeline/analyses/peers.hpp"

#include "base/text.hpp"
#include "pipeline/analyses/area_codes.hpp"
#include "publish/bands.hpp"
#include "stats/neighbours.hpp"
#include "stats/normal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace joinedup {

namespace {

/// Areas of the table that the run has, with the published row of each.
struct Population {
  std::vector<Described> units;
  std::vector<const AreaResult*> rows; ///< null = not in the run
  std::vector<std::size_t> shown;      ///< numbers of those that may be compared and be peers
  std::size_t hidden = 0;              ///< hidden or not measured well enough
};

bool may_take_part(const AreaResult& area, const RunResults& results) {
  return !area.status.hidden() && !area.status.partial && area.index.value && area.index.se && *area.index.se > 0 &&
         area.n && *area.n >= results.study.disclosure.caution;
}

Population population_of(const AnalysisInput& input, Diagnostics& diagnostics) {
  const std::map<std::string, std::string> codes = own_codes(input);
  Population out;
  std::set<std::string> seen;
  for (const PeerRow& row : input.results.study.peers->rows) {
    const auto known = codes.find(row.area);
    if (known == codes.end()) {
      diagnostics.warning("J699", {}, "the table of peers has an area that this run does not have",
                          near_code(codes, row.area));
      continue;
    }
    if (!seen.insert(known->second).second) continue; // the same area under its code in another system
    const auto found = std::ranges::find(input.results.areas, known->second, &AreaResult::code);
    const AreaResult* area = found == input.results.areas.end() ? nullptr : &*found;
    if (area != nullptr)
      may_take_part(*area, input.results) ? out.shown.push_back(out.units.size()) : void(++out.hidden);
    out.units.push_back({known->second, row.values});
    out.rows.push_back(area);
  }
  return out;
}

ResultTable empty_peers() {
  ResultTable out;
  out.id = "peers";
  out.title = "Areas against areas like them";
  out.method = "peers";
  out.columns = {{"area_code", "Code", 0},
                 {"area_name", "Area", 0},
                 {"peers", "Peers", 0},
                 {"value", "Index", 1},
                 {"peer_mean", "Mean of peers", 1},
                 {"difference", "Difference", 1},
                 {"se", "Standard error", 2},
                 {"z", "z", 2},
                 {"p", "p", 3},
                 {"band", "Against peers", 0}};
  return out;
}

ResultTable empty_distances() {
  ResultTable out;
  out.id = "peer_distances";
  out.title = "Who the peers are";
  out.method = "peers";
  out.columns = {{"area_code", "Code", 0},
                 {"place", "Place", 0},
                 {"peer_code", "Peer", 0},
                 {"peer_name", "Name", 0},
                 {"distance", "Distance", 3}};
  return out;
}

/// One area against the mean of its peers; areas are taken as independent, as in rank intervals.
std::vector<TableCell> against_peers(const AreaResult& area, const std::vector<Neighbour>& peers, const Population& all,
                                     const RunResults& results) {
  double sum = 0, squares = 0;
  for (const Neighbour& peer : peers) {
    sum += *all.rows[peer.unit]->index.value;
    squares += *all.rows[peer.unit]->index.se * *all.rows[peer.unit]->index.se;
  }
  const auto k = static_cast<double>(peers.size());
  const double difference = *area.index.value - sum / k;
  const double se = std::sqrt(*area.index.se * *area.index.se + squares / (k * k));
  const double z = difference / se;
  const Band band = band_of(z, false, band_limits(results.study.comparison));
  return {area.code,
          area.name,
          std::uint64_t{peers.size()},
          *area.index.value,
          sum / k,
          difference,
          se,
          z,
          two_sided_p(z),
          std::string(words(band, results.crude_outcomes))};
}

AnalysisOutput run_peers(const AnalysisInput& input) {
  AnalysisOutput out;
  const PeersSpec& spec = *input.results.study.peers;
  out.settings.push_back({"peers",
                          fmt::format("the {} nearest by {}{}", spec.k, join(spec.columns, ", "),
                                      spec.weights.empty() ? ", equal weights" : ", weighted"),
                          "study"});
  if (!input.results.index.ranked) {
    out.settings.back().value += "; not given: this index is never ranked or banded";
    return out;
  }
  const Population all = population_of(input, out.diagnostics);
  const Neighbours neighbours(all.units, spec.weights);
  for (const std::size_t v : neighbours.dropped())
    out.diagnostics.warning("J695", {},
                            fmt::format("peers: column \"{}\" does not vary and is left out", spec.columns[v]));
  ResultTable peers = empty_peers(), distances = empty_distances();
  std::size_t clear = 0, short_of = 0;
  for (const std::size_t unit : all.shown) {
    const std::vector<Neighbour> nearest = neighbours.nearest(unit, all.shown, spec.k);
    if (nearest.size() < spec.k) ++short_of;
    if (nearest.empty()) continue;
    const AreaResult& area = *all.rows[unit];
    peers.rows.push_back(against_peers(area, nearest, all, input.results));
    if (std::get<std::string>(peers.rows.back().back()) != words(Band::as_expected)) ++clear;
    for (std::size_t place = 0; place < nearest.size(); ++place) {
      const AreaResult& peer = *all.rows[nearest[place].unit];
      distances.rows.push_back({area.code, std::uint64_t{place + 1}, peer.code, peer.name, nearest[place].distance});
    }
  }
  if (peers.rows.empty()) return out;
  peers.finding =
      fmt::format("{} of {} areas differ from the mean of their peers by more than chance.", clear, peers.rows.size());
  peers.notes.emplace_back("Sampling error of the area and of its peers is in the standard error; areas are taken as "
                           "independent");
  if (all.hidden > 0)
    peers.notes.push_back(
        fmt::format("Areas that are hidden, partial, without an index or on few answers take no part: {}", all.hidden));
  if (short_of > 0) peers.notes.push_back(fmt::format("Areas with fewer than {} peers: {}", spec.k, short_of));
  distances.finding = "Distances are in standard deviations of the columns, over all areas of the table.";
  out.tables = {std::move(peers), std::move(distances)};
  return out;
}

} // namespace

const Analysis peers_analysis{"peers", [](const RunResults& r) { return r.study.peers.has_value(); }, run_peers};

} // namespace joinedup
