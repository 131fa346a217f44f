// The program as a process: its streams, environment and signals, handed to run_command.
#pragma once

namespace joinedup {

int run_process(int argc, char** argv);

} // namespace joinedup
