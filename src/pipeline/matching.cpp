#include "pipeline/matching.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace joinedup {

std::vector<std::string> instruments_to_look_for(const SurveyRequest& request, const SurveySetup& setup,
                                                 const Library& library) {
  if (!request.instruments.empty()) return request.instruments;
  std::vector<std::string> out;
  for (const SurveyInput& input : setup.inputs) {
    for (const Administration& a : input.map.administrations) {
      if (std::find(out.begin(), out.end(), a.instrument) == out.end()) out.push_back(a.instrument);
    }
  }
  return out.empty() ? library.instrument_ids() : out;
}

namespace {

const Instrument& named(const std::vector<const Instrument*>& instruments, const std::string& id) {
  return **std::find_if(instruments.begin(), instruments.end(), [&](const Instrument* i) { return i->id == id; });
}

/// Both read one column, and do not accept the same codes there.
bool clash(const AdministrationPlan& a, const Instrument& of_a, const AdministrationPlan& b, const Instrument& of_b) {
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    for (std::size_t k = 0; k < b.items.size(); ++k) {
      const bool same_column = !a.items[i].columns.empty() && a.items[i].columns == b.items[k].columns;
      if (!same_column) continue;
      if (of_a.items[i].lowest() != of_b.items[k].lowest() || of_a.items[i].highest() != of_b.items[k].highest())
        return true;
    }
  }
  return false;
}

} // namespace

Diagnostics ambiguous_instruments(const std::string& file, const ReadingPlan& plan,
                                  const std::vector<const Instrument*>& instruments) {
  Diagnostics diagnostics;
  std::set<std::string> unclear;
  const auto& all = plan.administrations;
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      if (all[a].wave != all[b].wave || all[a].instrument == all[b].instrument) continue;
      if (!clash(all[a], named(instruments, all[a].instrument), all[b], named(instruments, all[b].instrument)))
        continue;
      unclear.insert(all[a].instrument);
      unclear.insert(all[b].instrument);
    }
  }
  if (unclear.empty()) return diagnostics;
  const std::vector<std::string> ids(unclear.begin(), unclear.end());
  diagnostics.error("J113", {file, 0, 0, ""}, fmt::format("the same columns could be {}", join(ids, " or ")),
                    "say which it is: -i " + join(ids, " or -i ") + "; joinedup inspect shows which fits the answers");
  return diagnostics;
}

Diagnostics no_instrument_found(const std::string& file) {
  Diagnostics diagnostics;
  diagnostics.error("J114", {file, 0, 0, ""}, "no column is an item of an instrument that joinedup knows",
                    fmt::format("joinedup map propose {} > map.json makes a map to complete and give with -m; or name "
                                "the columns after item ids (joinedup instruments show ID lists them)",
                                file));
  return diagnostics;
}

std::string administration_name(const AdministrationPlan& administration) {
  return administration.wave.empty() ? administration.instrument
                                     : administration.wave + "." + administration.instrument;
}

} // namespace joinedup
