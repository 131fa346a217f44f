// What the exit codes mean, as help and manual say it. joinedup/diagnostics.hpp gives the code of a fault.
#pragma once

#include <array>
#include <string_view>

namespace joinedup {

struct ExitStatus {
  int code;
  std::string_view meaning;
};

inline constexpr std::array exit_statuses{
    ExitStatus{0, "done"},
    ExitStatus{1, "the data have errors"},
    ExitStatus{2, "wrong usage"},
    ExitStatus{3, "cannot read or write"},
    ExitStatus{4, "a definition is faulty"},
    ExitStatus{5, "a gate was not met"},
    ExitStatus{70, "our fault"},
    ExitStatus{130, "interrupted"},
};

} // namespace joinedup
