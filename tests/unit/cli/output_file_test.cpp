#include "cli/output.hpp"

#include "cli/faults.hpp"

#include "support/catch.hpp"
#include "support/scratch_folder.hpp"

#include <cerrno>
#include <sys/stat.h>

using namespace joinedup;
using joinedup::testing::ScratchFolder;

TEST_CASE("a file shows only after commit") {
  const ScratchFolder folder;
  {
    OutputFile file(folder / "out.csv", Privacy::shared);
    file.write("one\n");
    CHECK_FALSE(std::filesystem::exists(folder / "out.csv"));
    file.commit();
  }
  CHECK(folder.get("out.csv") == "one\n");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file that is not committed leaves what was there") {
  const ScratchFolder folder;
  folder.put("out.csv", "earlier");
  { OutputFile(folder / "out.csv", Privacy::shared).write(std::string(1000000, 'x')); }
  CHECK(folder.get("out.csv") == "earlier");
  CHECK(folder.entries() == 1);
}

TEST_CASE("private files are for their owner alone") {
  const ScratchFolder folder;
  const mode_t before = umask(0);
  OutputFile own(folder / "own", Privacy::own), shared(folder / "shared", Privacy::shared);
  own.commit();
  shared.commit();
  umask(before);
  struct stat info = {};
  REQUIRE(stat((folder / "own").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600U);
  REQUIRE(stat((folder / "shared").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0666U);
}

TEST_CASE("a link stays a link and its target is replaced") {
  const ScratchFolder folder;
  folder.put("target.csv", "earlier");
  std::filesystem::create_symlink(folder / "target.csv", folder / "link.csv");
  OutputFile file(folder / "link.csv", Privacy::shared);
  file.write("new");
  file.commit();
  CHECK(std::filesystem::is_symlink(folder / "link.csv"));
  CHECK(folder.get("target.csv") == "new");
}

TEST_CASE("a full disk is a fault that names the file") {
  OutputFile file("/dev/full", Privacy::shared);
  file.write("x");
  try {
    file.commit();
    FAIL("no fault");
  } catch (const OutputFault& fault) {
    CHECK(fault.path() == "/dev/full");
    CHECK(fault.error() == ENOSPC);
  }
}

TEST_CASE("a folder that does not exist is a fault at once") {
  const ScratchFolder folder;
  CHECK_THROWS_AS(OutputFile(folder / "nowhere/out.csv", Privacy::shared), OutputFault);
}
