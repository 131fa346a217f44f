// argv -> run_command -> exit code; nothing else.
#include "cli/process.hpp"

int main(int argc, char** argv) { return joinedup::run_process(argc, argv); }
