// What a command says: results on standard output, talk on standard error.
#pragma once

#include "base/visible.hpp"
#include "cli/console.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <string_view>

namespace joinedup {

struct TalkOptions {
  bool quiet = false, verbose = false, json = false, strict = false;
  bool colour = false; ///< of messages
};

class Talk {
public:
  Talk(Console& console, TalkOptions options) : console_(console), options_(options) {}

  const Console& console() const { return console_; }
  bool strict() const { return options_.strict; }
  bool verbose() const { return options_.verbose; }
  /// With --strict a run that has warnings leaves no output: says so.
  bool refuses_output(const Diagnostics& diagnostics);
  /// A result.
  void print(std::string_view text) { console_.out(text); }
  /// A result for people: texts of files cannot steer their terminal.
  void show(std::string_view text) { console_.out(visible(text)); }
  /// Messages of a run; quiet leaves out notes.
  void diagnostics(const Diagnostics& diagnostics);
  /// A line of talk; silent when quiet, and in JSON mode a JSON object with the key `say`.
  void say(std::string_view line);
  /// The reconciliation of a run.
  void reconciliation(const Reconciliation& reconciliation);
  /// With --verbose: settings and where each came from, inputs and their SHA-256.
  void settings(const std::vector<Setting>& settings, const std::vector<InputInfo>& inputs);

private:
  Console& console_;
  TalkOptions options_;
};

} // namespace joinedup
