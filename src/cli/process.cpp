#include "cli/process.hpp"

#include "base/text.hpp"
#include "cli/faults.hpp"
#include "cli/file_descriptor.hpp"
#include "cli/run_command.hpp"
#include "cli/temporaries.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <limits>
#include <sys/ioctl.h>
#include <unistd.h>

namespace joinedup {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t terminal_columns(int stream) {
  winsize size{};
  if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return std::numeric_limits<std::size_t>::max(); // a file or pipe: nothing has to be left out
}

Console process_console() {
  Console out;
  out.out = [](std::string_view text) { write_all(STDOUT_FILENO, text, "standard output"); };
  out.err = [](std::string_view text) {
    try {
      write_all(STDERR_FILENO, text, "standard error");
    } catch (const OutputFault&) { // nobody listens: nothing is left to say it to
    }
  };
  out.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  out.err_is_terminal = isatty(STDERR_FILENO) != 0;
  if (out.out_is_terminal) out.columns = std::max<std::size_t>(40, terminal_columns(STDOUT_FILENO));
  if (out.err_is_terminal) out.err_columns = terminal_columns(STDERR_FILENO);
  out.no_color = !environment("NO_COLOR").empty();
  const std::string folders = environment("JOINEDUP_INSTRUMENTS"); // the parts are views into it
  for (const std::string_view folder : split(folders, ':')) {
    if (!folder.empty()) out.definition_folders.emplace_back(folder);
  }
  return out;
}

} // namespace

int run_process(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  remove_temporaries_on_interrupt();
  Console console = process_console();
  return run_command(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), console);
}

} // namespace joinedup
