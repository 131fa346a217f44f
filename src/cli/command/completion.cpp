// `joinedup completion SHELL`: what the shell sources.
#include "cli/completion.hpp"
#include "cli/commands.hpp"

#include "base/edit_distance.hpp"

namespace joinedup {

namespace {

int run_completion_command(const Arguments& arguments, DiskStore& /*files*/, Talk& talk) {
  const std::vector<std::string> shells{"bash", "zsh", "fish"};
  const std::string shell = arguments.words.size() == 1 ? arguments.words.front() : "";
  if (shell == "bash") {
    talk.print(bash_completion(commands(), global_options()));
  } else if (shell == "zsh") {
    talk.print(zsh_completion(commands(), global_options()));
  } else if (shell == "fish") {
    talk.print(fish_completion(commands(), global_options()));
  } else {
    Diagnostics faults;
    faults.error("J104", {}, "one shell was expected: bash, zsh or fish",
                 shell.empty() ? "joinedup completion bash" : suggestion(shell, shells));
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  return 0;
}

} // namespace

const Command completion_command{"completion",
                                 "Help",
                                 "what a shell needs to complete commands and options",
                                 "completion bash|zsh|fish",
                                 "Prints a script for the shell. It is made from the same tables as this help.",
                                 "joinedup completion bash > ~/.local/share/bash-completion/completions/joinedup\n"
                                 "joinedup completion zsh > ~/.zfunc/_joinedup\n"
                                 "joinedup completion fish > ~/.config/fish/completions/joinedup.fish",
                                 {},
                                 run_completion_command};

} // namespace joinedup
