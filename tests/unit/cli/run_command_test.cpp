#include "cli/run_command.hpp"

#include "cli/commands.hpp"
#include "cli/faults.hpp"

#include <joinedup/methods.hpp>

#include "support/catch.hpp"

#include <cerrno>
#include <set>

using namespace joinedup;

namespace {

struct Run {
  std::string out, err;
  int code = 0;
};

Run run(std::vector<std::string> words) {
  Run r;
  Console console;
  console.out = [&](std::string_view text) { r.out += text; };
  console.err = [&](std::string_view text) { r.err += text; };
  r.code = run_command(std::move(words), console);
  return r;
}

} // namespace

TEST_CASE("an unknown command is wrong usage with a near name") {
  const Run r = run({"scor", "x.csv"});
  CHECK(r.code == 2);
  CHECK(r.out.empty());
  CHECK(r.err == "error[J106]: no command \"scor\"\n  hint: did you mean score?\n");
}

TEST_CASE("no command shows the help and is wrong usage") {
  const Run r = run({});
  CHECK(r.code == 2);
  CHECK(r.err.find("usage: joinedup COMMAND") != std::string::npos);
}

TEST_CASE("every command has help with its options and an example") {
  for (const Command& command : commands()) {
    const Run r = run({std::string(command.name), "--help"});
    CHECK(r.code == 0);
    CHECK(r.err.empty());
    CHECK(r.out.find("Examples:\n  joinedup " + std::string(command.name)) != std::string::npos);
    for (const OptionGroup& group : command.options) {
      for (const OptionSpec& option : group.options)
        CHECK(r.out.find(std::string(option.name)) != std::string::npos);
    }
  }
}

TEST_CASE("no option occurs twice in a command") {
  for (const Command& command : commands()) {
    std::set<std::string_view> names;
    std::set<char> letters;
    std::vector<OptionGroup> groups(command.options.begin(), command.options.end());
    groups.insert(groups.end(), global_options().begin(), global_options().end());
    for (const OptionGroup& group : groups) {
      for (const OptionSpec& option : group.options) {
        CHECK(names.insert(option.name).second);
        if (option.letter != 0) CHECK(letters.insert(option.letter).second);
        CHECK_FALSE(option.help.empty());
      }
    }
  }
}

TEST_CASE("a closed pipe ends quietly and a full disk does not") {
  Console console;
  std::string err;
  console.err = [&](std::string_view text) { err += text; };
  console.out = [](std::string_view) { throw OutputFault("standard output", EPIPE); };
  CHECK(run_command({"--version"}, console) == 3);
  CHECK(err.empty());
  console.out = [](std::string_view) { throw OutputFault("standard output", ENOSPC); };
  CHECK(run_command({"--version"}, console) == 3);
  CHECK(err == "standard output: error[J305]: cannot write: No space left on device\n"
               "  hint: no file was left half-written: mend the cause and run it again\n");
}

TEST_CASE("anything unforeseen is our fault") {
  Console console;
  std::string err;
  console.err = [&](std::string_view text) { err += text; };
  console.out = [](std::string_view) { throw std::logic_error("broken promise"); };
  CHECK(run_command({"--version"}, console) == 70);
  CHECK(err == "joinedup: our fault, please report it with the command: broken promise\n");
}

TEST_CASE("every method has a source and its id only once") {
  std::set<std::string_view> ids;
  for (const MethodInfo& method : methods()) {
    CHECK(ids.insert(method.id).second);
    CHECK_FALSE(method.source.empty());
    CHECK_FALSE(method.summary.empty());
  }
}
