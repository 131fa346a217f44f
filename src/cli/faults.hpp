// The broken environment: files that cannot be written. Caught in run_command, exit 3.
#pragma once

#include <stdexcept>
#include <string>

namespace joinedup {

/// Writing failed. `error` is the errno, EPIPE for a reader that went away.
class OutputFault : public std::runtime_error {
public:
  OutputFault(const std::string& path, int error);
  const std::string& path() const { return path_; }
  int error() const { return error_; }

private:
  std::string path_;
  int error_;
};

} // namespace joinedup
