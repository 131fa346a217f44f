// An explanation as lines of a name and a text, each deeper line belonging to the one above.
#pragma once

#include <string>
#include <vector>

namespace joinedup {

struct ExplainLine {
  unsigned depth = 0;
  std::string name, text;
};

using ExplainLines = std::vector<ExplainLine>;

} // namespace joinedup
