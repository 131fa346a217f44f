#include "report/html/peers_profile.hpp"

#include "report/outputs.hpp"
#include "report/writers.hpp"
#include "support/catch.hpp"
#include "support/html_check.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

AreaResult area(const std::string& code, double index, double care, Number life) {
  AreaResult out;
  out.code = code;
  out.name = "Area " + code;
  out.index.value = index;
  out.domains = {{"care", care}, {"life", life}};
  return out;
}

/// A has the peers C and B, in this order; B and C have none.
RunResults with_peers(const std::string& band) {
  RunResults results;
  results.index.domains = {{.id = "care", .label = "Care <b>", .indicators = {}, .where = {}},
                           {.id = "life", .label = "", .indicators = {}, .where = {}}};
  results.areas = {area("A", 60, 70, 50), area("B", 50, 40, 60), area("C", 54, 48, std::nullopt)};
  ResultTable peers, distances;
  peers.id = "peers";
  peers.title = "Peers";
  peers.columns = {{"area_code", "Code"}, {"band", "Band"}};
  peers.rows = {{std::string("A"), band}};
  distances.id = "peer_distances";
  distances.title = "Distances";
  distances.columns = {{"area_code", "Code"}, {"peer_code", "Peer"}};
  distances.rows = {{std::string("A"), std::string("C")}, {std::string("A"), std::string("B")}};
  results.tables = {peers, distances};
  return results;
}

} // namespace

TEST_CASE("an area's index and domains stand beside the mean of its peers that have them") {
  const RunResults results = with_peers("as expected");
  const PeersProfile profile = peers_profile(results, results.areas[0]);
  CHECK(profile.names == std::vector<std::string>{"Area C", "Area B"});
  REQUIRE(profile.rows.size() == 3);
  CHECK(profile.rows[0].mean() == 52); // (54 + 50) / 2
  CHECK(profile.rows[1].mean() == 44); // (48 + 40) / 2
  CHECK(profile.rows[2].mean() == 60); // C has no such domain
  CHECK(profile.rows[2].label == "life");
  CHECK(peers_profile(results, results.areas[1]).rows.empty());
}

TEST_CASE("the area's page draws its peers and says what the test of the index found") {
  const std::string page = report_html(with_peers("as expected"));
  CAPTURE(html_faults(page));
  CHECK(html_faults(page).empty());
  CHECK(page.find("no clear difference from the mean of the areas most like it") != std::string::npos);
  CHECK(page.find("Care &lt;b&gt;</th><td class=\"n v\">70.0</td><td class=\"n\">44.0</td><td "
                  "class=\"n\">+26.0</td>") != std::string::npos);
  CHECK(occurrences(page, "class=\"pe\"") == 5); // two of the index, two and one of the domains
  CHECK(page.find("Peers, the most like it first: Area C and Area B.") != std::string::npos);
  CHECK(report_html(with_peers("much higher")).find("The index is much higher than the mean") != std::string::npos);
}

TEST_CASE("a hidden area shows nothing beside its peers") {
  RunResults results = with_peers("as expected");
  results.areas[0].status.suppressed = true;
  CHECK(report_html(results).find("class=\"pe\"") == std::string::npos);
}
