// run.json -> what a run was told and what it read: enough to repeat it and to say why a repeat differs.
#pragma once

#include "model/command_record.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct RunRecord {
  std::string version;
  CommandRecord command;
  std::vector<InputInfo> inputs; ///< origin: empty, "built in" or "user folder"
  std::vector<Setting> settings;
};

/// Every fault of the text at its place: J501 (damaged), J590 (of another form), J502 to J506 (members); J592 where no
/// command line made the run, so that it cannot be repeated by one.
Outcome<RunRecord> read_run_record(std::string_view text, const std::string& file);

} // namespace joinedup
