// `bands`, `shrinkage`, `multiple_testing`, `ranks` and `peers` of a study: how areas are held against each other.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/comparison_options.hpp>
#include <joinedup/outcome.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// The defaults where the study says nothing.
ComparisonOptions read_comparison(Fields& study);

/// Nothing where the study does not ask for peers.
std::optional<PeersSpec> read_peers(Fields& study);

/// The table that `peers` names: a row an area. An empty cell is a value not given; any other that is no number, an
/// area twice or a column that is not there is J508.
Outcome<std::vector<PeerRow>> read_peer_table(std::string_view text, const std::string& file, const PeersSpec& spec);

} // namespace joinedup
