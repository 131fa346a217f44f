// How many answers of each item are catch-all answers ("don't know", "not relevant"), for `score` (RULINGS R36).
#pragma once

#include "pipeline/score_rows.hpp"
#include "pipeline/scorers.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// Items of one file whose catch-all answers a choice decides.
struct CatchAllItems {
  std::vector<ScoreColumnRef> items;
  std::vector<std::string> names;
};
CatchAllItems catch_all_items(const ReadingPlan& plan, const Scorers& scorers);

class CatchAllShare {
public:
  void see(const RecordBlock& block, const CatchAllItems& of);
  void merge(const CatchAllShare& other);
  /// J447, unless there is none.
  void say(const std::string& file, const CatchAllItems& of, Diagnostics& diagnostics) const;

private:
  std::vector<std::uint64_t> caught_, answers_; ///< by item; answers: catch-all ones among them
};

} // namespace joinedup
