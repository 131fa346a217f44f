#include "cli/faults.hpp"
#include "cli/output.hpp"

#include "support/catch.hpp"
#include "support/scratch_folder.hpp"

using namespace joinedup;
using joinedup::testing::ScratchFolder;

namespace {

const std::vector<std::string> written{"index.csv", "run.json"};

void write_both(OutputFolder& folder, const std::string& text) {
  folder.write("index.csv", text);
  folder.write("run.json", text);
}

} // namespace

TEST_CASE("a folder of results shows only when it is whole") {
  const ScratchFolder scratch;
  Diagnostics faults;
  auto folder = OutputFolder::prepare(scratch / "out", false, written, faults);
  REQUIRE(folder);
  write_both(*folder, "1");
  CHECK_FALSE(std::filesystem::exists(scratch / "out"));
  folder->commit();
  CHECK(scratch.get("out/run.json") == "1");
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a folder that is not committed leaves nothing") {
  const ScratchFolder scratch;
  {
    Diagnostics faults;
    auto folder = OutputFolder::prepare(scratch / "out/", false, written, faults);
    REQUIRE(folder);
    write_both(*folder, "1");
  }
  CHECK(scratch.entries() == 0);
}

TEST_CASE("results are replaced whole and only by force") {
  const ScratchFolder scratch;
  Diagnostics faults;
  std::filesystem::create_directory(scratch / "out");
  scratch.put("out/index.csv", "old");
  CHECK_FALSE(OutputFolder::prepare(scratch / "out", false, written, faults));
  CHECK(exit_code(faults) == 3);
  Diagnostics none;
  auto folder = OutputFolder::prepare(scratch / "out", true, written, none);
  REQUIRE(folder);
  write_both(*folder, "new");
  CHECK(scratch.get("out/index.csv") == "old");
  folder->commit();
  CHECK(scratch.get("out/index.csv") == "new");
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a folder that holds anything else is never replaced") {
  const ScratchFolder scratch;
  Diagnostics faults;
  std::filesystem::create_directory(scratch / "out");
  scratch.put("out/index.csv", "old");
  scratch.put("out/thesis.doc", "mine");
  CHECK_FALSE(OutputFolder::prepare(scratch / "out", true, written, faults));
  REQUIRE(faults.all().size() == 1);
  CHECK(faults.all()[0].message == "the folder holds thesis.doc, which no run wrote");
  CHECK(scratch.get("out/thesis.doc") == "mine");
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a parent that does not exist is made and one that cannot be is a fault") {
  const ScratchFolder scratch;
  scratch.put("file", "mine");
  Diagnostics faults;
  CHECK(OutputFolder::prepare(scratch / "nowhere/out", false, written, faults));
  CHECK_THROWS_AS(OutputFolder::prepare(scratch / "file/out", false, written, faults), OutputFault);
}
