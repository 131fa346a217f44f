#include "base/temporary_file.hpp"
#include "support/catch.hpp"
#include "support/scratch_folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace joinedup;

TEST_CASE("a file without a name lies in the folder that was asked for, private and unseen") {
  const testing::ScratchFolder folder;
  const int number = unnamed_file(folder.path());
  REQUIRE(number > 2);
  CHECK(folder.entries() == 0);
  struct stat about {};
  REQUIRE(::fstat(number, &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600U);
  CHECK((static_cast<unsigned>(::fcntl(number, F_GETFD)) & static_cast<unsigned>(FD_CLOEXEC)) != 0);
  const std::string link = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(number)).string();
  CHECK(link.starts_with(std::filesystem::canonical(folder.path()).string()));
  CHECK(::write(number, "abc", 3) == 3);
  char back[3] = {};
  CHECK(::pread(number, back, 3, 0) == 3);
  CHECK(std::string(back, 3) == "abc");
  ::close(number);
  CHECK(folder.entries() == 0);
}

TEST_CASE("no file without a name is made where there is no folder") {
  const testing::ScratchFolder folder;
  CHECK(unnamed_file(folder / "gone") == -1);
  CHECK(errno == ENOENT);
  CHECK(unnamed_file("") == -1);
}
