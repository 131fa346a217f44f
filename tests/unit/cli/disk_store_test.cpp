#include "cli/disk_store.hpp"

#include "support/catch.hpp"
#include "support/scratch_folder.hpp"

#include <algorithm>

using namespace joinedup;
using joinedup::testing::ScratchFolder;

TEST_CASE("definitions of nearer folders come before the shipped ones") {
  const ScratchFolder near, far;
  std::filesystem::create_directory(near / "indices");
  near.put("indices/balanced.json", "near");
  std::filesystem::create_directory(far / "indices");
  far.put("indices/balanced.json", "far");
  far.put("indices/mine.json", "mine");
  DiskStore store({near.path(), far.path()});
  CHECK(store.definition("indices/balanced.json") == "near");
  CHECK(store.definition("indices/mine.json") == "mine");
  REQUIRE(store.definition("indices/experience.json"));
  CHECK_FALSE(store.definition("indices/nowhere.json"));
  CHECK(store.origin("indices/balanced.json") == near.path());
  CHECK(store.origin("indices/mine.json") == far.path());
  CHECK(store.origin("indices/experience.json") == "built in");
}

TEST_CASE("a listing holds every name once and sorted") {
  const ScratchFolder mine;
  std::filesystem::create_directory(mine / "indices");
  mine.put("indices/balanced.json", "{}");
  mine.put("indices/mine.json", "{}");
  mine.put("indices/readme.txt", "");
  const auto names = DiskStore({mine.path()}).definitions("indices", ".json");
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(std::count(names.begin(), names.end(), "indices/balanced.json") == 1);
  CHECK(std::count(names.begin(), names.end(), "indices/mine.json") == 1);
  CHECK(std::count(names.begin(), names.end(), "indices/readme.txt") == 0);
}

TEST_CASE("texts and streams of files that are not there are nothing") {
  const ScratchFolder folder;
  DiskStore store({});
  CHECK_FALSE(store.text(folder / "nowhere"));
  CHECK_FALSE(store.text(folder.path()));
  CHECK(store.open(folder / "nowhere") == nullptr);
  folder.put("empty", "");
  CHECK(store.text(folder / "empty") == "");
}
