#include "base/temporary_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace joinedup {

namespace {

/// Places below 3 are those of the standard streams, should one of them be closed.
int above_standard_streams(int number) {
  if (number < 0 || number > 2) return number;
  const int moved = ::fcntl(number, F_DUPFD_CLOEXEC, 3); // NOLINT(cppcoreguidelines-pro-type-vararg)
  const int reason = errno;
  ::close(number);
  errno = reason;
  return moved;
}

/// For file systems and kernels that make no file without a name: its name is gone at once.
int named_and_unlinked(const std::string& folder) {
  std::string name = folder + "/joinedup-XXXXXX";
  const int number = ::mkostemp(name.data(), O_CLOEXEC);
  if (number >= 0) ::unlink(name.c_str());
  return number;
}

} // namespace

std::string temporary_folder() {
  std::error_code none;
  return std::filesystem::temp_directory_path(none).string();
}

int unnamed_file(const std::string& folder) {
  if (folder.empty()) {
    errno = ENOENT;
    return -1;
  }
  int number = -1;
#ifdef O_TMPFILE
  number = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, // NOLINT(cppcoreguidelines-pro-type-vararg)
                  S_IRUSR | S_IWUSR);
#endif
  if (number < 0) number = named_and_unlinked(folder);
  return above_standard_streams(number);
}

} // namespace joinedup
