// What the whole less the areas shown leaves of a table of shares holds nobody, or enough people of two areas or more.
#include "pipeline/answered_tables.hpp"

#include "pipeline/compare_hiding.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>

using namespace joinedup;

TEST_CASE("no share that is left out can be had by subtraction") {
  CHECK(rc::check([] {
    const int areas = *rc::gen::inRange(1, 9), values = *rc::gen::inRange(1, 5);
    AnsweredBy by{"role", {"who", {}, {}}, {}};
    RunResults results;
    results.total.code = "ALL";
    results.total.level = Level::total;
    std::map<std::string, std::uint64_t> whole;
    for (int a = 0; a < areas; ++a) {
      AreaResult area;
      area.code = "A" + std::to_string(a);
      area.status.suppressed_secondary = *rc::gen::element(false, false, true);
      for (int v = 0; v < values; ++v) {
        const auto n = *rc::gen::element<std::uint64_t>(0, 0, 1, 4, 5, 9, 10, 30, 200);
        if (n == 0) continue;
        const std::string value = "v" + std::to_string(v);
        by.people[area.code][value] += n;
        whole[value] += n;
      }
      results.areas.push_back(area);
    }
    add_answered_table(by, results);
    if (results.tables.empty()) return;
    std::map<std::string, std::uint64_t> left;
    std::set<std::string> shown;
    for (const auto& row : results.tables[0].rows) {
      const auto code = std::get<std::string>(row[0]), value = std::get<std::string>(row[3]);
      const auto n = std::get<std::uint64_t>(row[4]);
      RC_ASSERT(n == 0 || n >= fewest_in_category);
      if (code == "ALL") {
        RC_ASSERT(!whole.contains(value) || (whole[value] == n && n >= results.study.disclosure.minimum));
        left[value] += n;
      } else {
        RC_ASSERT(!std::find_if(results.areas.begin(), results.areas.end(), [&](const AreaResult& area) {
                     return area.code == code;
                   })->status.hidden());
        shown.insert(code);
        left[value] -= n;
      }
    }
    const std::size_t hidden = by.people.size() - shown.size();
    RC_ASSERT(hidden != 1 || by.people.size() == 1);
    for (const auto& [value, n] : left)
      RC_ASSERT(shown.empty() || n == 0 || n >= fewest_in_category);
  }));
}
