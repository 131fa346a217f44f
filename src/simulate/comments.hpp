// Free text of the kind that people write: quotes, commas, line ends, letters beyond ASCII, and cells that a
// spreadsheet would take for a formula.
#pragma once

#include "model/simulation.hpp"
#include "simulate/draws.hpp"

#include <string>
#include <vector>

namespace joinedup {

class CommentWriter {
public:
  explicit CommentWriter(const SimulatedComments& spec);
  /// A quoted CSV cell, or nothing at all.
  void append(std::string& out, Draws draws) const;

private:
  int given_, formula_, most_;
  std::vector<std::string> phrases_, separators_, formulas_; ///< as they stand between quotes
};

} // namespace joinedup
