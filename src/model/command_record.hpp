// The command line of a run as its record keeps it: enough to repeat the run on another machine, without folders and
// without what cannot change a result (RULINGS R30).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace joinedup {

struct CommandRecord {
  std::map<std::string, std::vector<std::string>> options; ///< name with dashes -> values as given; a flag has none
  std::vector<std::string> files;                          ///< survey files in order of name, folders and .gz left out

  friend bool operator==(const CommandRecord&, const CommandRecord&) = default;
};

} // namespace joinedup
