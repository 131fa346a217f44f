// An area's domains beside those of the areas most like it, where the run has peers.
#pragma once

#include "report/html/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// One domain, or the index: here, and in each peer that has it.
struct PeersRow {
  std::string label;
  double here = 0;
  std::vector<double> peers;

  double mean() const; ///< of the peers
};

struct PeersProfile {
  std::vector<std::string> names; ///< of the peers, nearest first
  std::vector<PeersRow> rows;     ///< the index, then the domains, in the order of the definition
};

/// Empty where the run gives the area no peers.
PeersProfile peers_profile(const RunResults& results, const AreaResult& area);
void append_peers_profile(std::string& out, const ReportPage& page, const AreaResult& area);

} // namespace joinedup
