#include "cli/disk_store.hpp"

#include "support/catch.hpp"
#include "support/scratch_folder.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>

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

namespace {

/// Reads to the end in small steps, with `meanwhile` after the first.
void read_through(const std::string& path, const std::function<void()>& meanwhile) {
  const auto source = DiskStore({}).open(path);
  char room[16];
  if (source->read(room, 4) > 0) meanwhile();
  while (source->read(room, sizeof room) > 0) {}
}

} // namespace

TEST_CASE("a file that grows, shrinks or is written again while it is read is refused at its end") {
  const ScratchFolder folder;
  const std::string path = folder / "survey.csv", text(2000, 'x');
  folder.put("survey.csv", text);
  CHECK_NOTHROW(read_through(path, [] {}));
  CHECK_THROWS_WITH(read_through(path, [&] { std::ofstream(path, std::ios::app) << "more"; }),
                    "the file was changed while it was read");
  CHECK_THROWS(read_through(path, [&] { std::filesystem::resize_file(path, 100); }));
  CHECK_THROWS(read_through(path, [&] {
    std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds(1));
  }));
}

TEST_CASE("a file that is replaced under its name is read as it was opened") {
  const ScratchFolder folder;
  folder.put("survey.csv", std::string(2000, 'x'));
  folder.put("next.csv", "y");
  CHECK_NOTHROW(read_through(folder / "survey.csv",
                             [&] { std::filesystem::rename(folder / "next.csv", folder / "survey.csv"); }));
}
