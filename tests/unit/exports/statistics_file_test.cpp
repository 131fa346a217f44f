#include "exports/container/statistics_file.hpp"
#include "exports/container/statistics_parse.hpp"
#include "exports/container/statistics_wire.hpp"
#include "support/catch.hpp"
#include "support/contained.hpp"
#include "support/statistics_writer.hpp"

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

using namespace joinedup;
using joinedup::testing::container_bytes;
using joinedup::testing::read_contained;
using joinedup::testing::StatisticsWriter;

namespace {

std::string small_file(ContainerKind kind) {
  StatisticsWriter writer;
  auto* id = writer.text("ID", 8);
  auto* level = writer.number("LEVEL");
  return writer.write(kind, 3, [&](long k) {
    readstat_insert_string_value(writer.get(), id, k == 1 ? "two, too" : "x");
    readstat_insert_double_value(writer.get(), level, static_cast<double>(k) + 0.5);
  });
}

/// The process that reads is given only so much.
Outcome<ContainedTable> open_bounded(const std::string& bytes, const ChildLimits& limits) {
  PrivateFile file;
  file.write(bytes);
  file.flush();
  return open_statistics_file(container_kind(bytes), std::move(file), "file", limits);
}

} // namespace

TEST_CASE("text and numbers come back from all three kinds of file") {
  for (const ContainerKind kind : {ContainerKind::spss, ContainerKind::stata, ContainerKind::sas_transport}) {
    const auto read = read_contained(small_file(kind));
    CHECK(read.thrown.empty());
    CHECK(read.text == "ID,LEVEL\nx,0.5\n\"two, too\",1.5\nx,2.5\n");
  }
}

TEST_CASE("a file of 2,501 variables is read to its last column") {
  constexpr std::size_t width = 2501;
  for (const ContainerKind kind : {ContainerKind::spss, ContainerKind::stata, ContainerKind::sas_transport}) {
    StatisticsWriter writer;
    std::vector<readstat_variable_t*> variables;
    for (std::size_t k = 1; k <= width; ++k)
      variables.push_back(writer.number("v" + std::to_string(k)));
    const auto read = read_contained(writer.write(kind, 2, [&](long row) {
      for (std::size_t k = 0; k < width; ++k)
        readstat_insert_double_value(writer.get(), variables[k], static_cast<double>(k) + (row == 0 ? 1 : 0.5));
    }));
    CHECK(read.thrown.empty());
    CHECK(read.columns.size() == width);
    CHECK(read.text.starts_with("v1,v2,"));
    CHECK(read.text.find(",v2501\n1,2,3,") != std::string::npos);
    CHECK(read.text.ends_with(",2499.5,2500.5\n"));
  }
}

TEST_CASE("Stata keeps letters of missing values, and labels for them") {
  StatisticsWriter writer;
  auto* level = writer.number("level");
  auto* set = readstat_add_label_set(writer.get(), READSTAT_TYPE_DOUBLE, "levels");
  readstat_label_double_value(set, 1, "Good");
  readstat_label_tagged_value(set, 'a', "Not applicable");
  readstat_label_tagged_value(set, 'b', "Refused");
  readstat_variable_set_label_set(level, set);
  const auto read = read_contained(writer.write(ContainerKind::stata, 4, [&](long k) {
    if (k < 2)
      readstat_insert_tagged_missing_value(writer.get(), level, k == 0 ? 'a' : 'z');
    else if (k == 2)
      readstat_insert_missing_value(writer.get(), level);
    else
      readstat_insert_double_value(writer.get(), level, 1);
  }));
  CHECK(read.text == "level\n.a\n.z\n\n1\n");
  REQUIRE(read.columns.size() == 1);
  CHECK(read.columns[0].labels.at(".a") == "Not applicable");
  CHECK(read.columns[0].missing.at(".a") == "not_applicable");
  CHECK(read.columns[0].missing.at(".b") == "user_missing");
}

TEST_CASE("a long range of missing values is listed as far as surveys go, and told apart beyond") {
  StatisticsWriter writer;
  auto* up = writer.number("UP");
  readstat_variable_add_missing_double_range(up, 97, HUGE_VAL);
  const std::vector<double> values = {96, 97, 196, 197, 99.5, 1e9};
  const auto read = read_contained(writer.write(ContainerKind::spss, 6, [&](long k) {
    readstat_insert_double_value(writer.get(), up, values[static_cast<std::size_t>(k)]);
  }));
  CHECK(read.text == "UP\n96\n97\n196\nuser_missing\nuser_missing\nuser_missing\n");
  CHECK(read.columns.at(0).missing.size() == 101);
  CHECK(read.columns.at(0).missing.count("96") == 0);
  CHECK(read.columns.at(0).missing.at("196") == "user_missing");
}

TEST_CASE("text in another encoding than the file declares is told by itself") {
  StatisticsWriter writer;
  auto* town = writer.text("TOWN", 12);
  const std::vector<const char*> towns = {"Z\xC3\xBCrich", "Z\xFCrich", "plain"};
  const auto read = read_contained(writer.write(ContainerKind::spss, 3, [&](long k) {
    readstat_insert_string_value(writer.get(), town, towns[static_cast<std::size_t>(k)]);
  }));
  CHECK(read.text == "TOWN\nZürich\nZürich\nplain\n");
}

TEST_CASE("text in an encoding that is neither UTF-8 nor Windows-1252 is converted as the file declares") {
  StatisticsWriter writer;
  auto* town = writer.text("TOWN", 12);
  std::string bytes = writer.write(ContainerKind::spss, 1, [&](long) {
    readstat_insert_string_value(writer.get(), town, "\xCB\xEE\xED\xE4\xEE\xED");
  });
  // The code page of the machine record: 65001 becomes 866.
  const std::size_t declared = bytes.find(std::string("\xE9\xFD\0\0", 4));
  REQUIRE(declared != std::string::npos);
  bytes.replace(declared, 4, std::string("\x62\x03\0\0", 4));
  const auto read = read_contained(bytes);
  REQUIRE(read.opened);
  CHECK(read.text == "TOWN\n╦юэфюэ\n"); // the same bytes in code page 866
}

TEST_CASE("records are read in blocks without loss") {
  StatisticsWriter writer;
  auto* id = writer.number("ID");
  auto* note = writer.text("NOTE", 40);
  constexpr long rows = 30'000;
  const auto read = read_contained(writer.write(ContainerKind::spss, rows, [&](long k) {
    readstat_insert_double_value(writer.get(), id, static_cast<double>(k));
    readstat_insert_string_value(writer.get(), note, "a note, of some length");
  }));
  CHECK(read.thrown.empty());
  CHECK(std::count(read.text.begin(), read.text.end(), '\n') == rows + 1);
  CHECK(read.text.ends_with("\n29999,\"a note, of some length\"\n"));
}

TEST_CASE("a statistics file cut short at any place is never taken for a whole one") {
  for (const char* name : {"eq5d5l.sav", "eq5d5l.zsav", "pspp.zsav", "eq5d5l.xpt"}) {
    const std::string whole = container_bytes(name);
    for (std::size_t length = 60; length < whole.size(); length += 64) {
      INFO(name << " cut to " << length);
      const auto read = read_contained(whole.substr(0, length));
      CHECK((!read.opened || !read.thrown.empty()));
      if (!read.opened) CHECK(read.diagnostics.has_errors());
    }
  }
}

TEST_CASE("a Stata file cut short gives an outcome, and never a record too few unsaid") {
  for (const char* name : {"eq5d5l.dta", "pandas_114.dta", "pandas_117.dta"}) {
    const std::string whole = container_bytes(name), text = read_contained(whole).text;
    for (std::size_t length = 60; length < whole.size(); length += 64) {
      INFO(name << " cut to " << length);
      const auto read = read_contained(whole.substr(0, length));
      if (read.opened && read.thrown.empty()) CHECK(read.text == text); // only labels or notes were lost
    }
  }
}

TEST_CASE("a statistics file with a bit turned anywhere gives an outcome, soon") {
  for (const char* name : {"eq5d5l.sav", "eq5d5l.zsav", "eq5d5l.dta", "eq5d5l.xpt", "pspp.zsav", "pandas_117.dta"}) {
    const std::string whole = container_bytes(name);
    const auto begun = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < whole.size(); at += 29) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
      if (container_kind(damaged) == ContainerKind::none) continue;
      INFO(name << ", byte " << at);
      const auto read = read_contained(damaged);
      if (!read.opened) CHECK(read.diagnostics.has_errors());
    }
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(60));
  }
}

TEST_CASE("two tables in one transport file are refused, not run together") {
  const std::string one = small_file(ContainerKind::sas_transport);
  const std::size_t member = one.find("HEADER RECORD*******MEMB");
  REQUIRE(member == 240);
  const auto read = read_contained(one + one.substr(member));
  CHECK_FALSE(read.opened);
  CHECK(read.diagnostics.count("J230") == 1);
}

TEST_CASE("a reading process that says nothing in its time becomes a diagnostic") {
  ChildLimits limits;
  limits.silent_seconds = 0;
  std::uint64_t given_up = 0;
  for (int attempt = 0; attempt < 100 && given_up == 0; ++attempt) // a busy machine may let it answer in no time
    given_up = open_bounded(small_file(ContainerKind::spss), limits).diagnostics.count("J231");
  CHECK(given_up == 1);
}

TEST_CASE("with too few descriptors left no process is started, and that is said") {
  PrivateFile file;
  file.write(small_file(ContainerKind::spss));
  file.flush();
  // Two places stay free, those of standard input and output: the pipe takes them and then finds no third to move to.
  // None at all would starve the undefined-behaviour sanitizer too, which looks at memory through a pipe of its own.
  std::fflush(stdout);
  const int input = ::dup(0), output = ::dup(1);
  REQUIRE(input > 2);
  REQUIRE(output > 2);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  rlimit three = before;
  three.rlim_cur = 3;
  ::close(0);
  ::close(1);
  const bool limited = ::setrlimit(RLIMIT_NOFILE, &three) == 0;
  const auto opened = open_statistics_file(ContainerKind::spss, std::move(file), "file", {});
  const bool restored = ::setrlimit(RLIMIT_NOFILE, &before) == 0;
  ::dup2(input, 0);
  ::dup2(output, 1);
  ::close(input);
  ::close(output);
  REQUIRE(limited);
  REQUIRE(restored);
  CHECK_FALSE(opened);
  CHECK(opened.diagnostics.count("J310") == 1);
}

TEST_CASE("a temporary file that cannot be written is said") {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit none = before;
  none.rlim_cur = 0;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
  const auto opened = open_container(ContainerKind::spss, text_source("$FL2"), "file", "");
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, handler);
  CHECK_FALSE(opened);
  CHECK(opened.diagnostics.count("J311") == 1);
}

TEST_CASE("what the reading process says is checked") {
  StatisticsDescription description;
  description.names = {"a", "b"};
  description.columns.resize(2);
  description.columns[0].labels = {{"1", "one"}};
  description.columns[1].missing = {{"9", "user_missing"}};
  description.evidence = {"sentence"};
  const std::string bytes = encode(description);
  const auto back = decode(bytes);
  REQUIRE(back);
  CHECK(back->names == description.names);
  CHECK(back->columns[0].labels == description.columns[0].labels);
  CHECK(back->columns[1].missing == description.columns[1].missing);
  CHECK(back->evidence == description.evidence);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(decode(bytes.substr(0, length)));
  CHECK_FALSE(decode(bytes + "x"));
  CHECK_FALSE(decode("\xFF\xFF\xFF\xFF"));
  CHECK_FALSE(read_frame_start(std::string("\x07\0\0\0\0", 5)));
  CHECK_FALSE(read_frame_start(std::string("\x01\xFF\xFF\xFF\xFF", 5)));
  CHECK(read_frame_start(frame_start(FrameType::records, 77))->length == 77);
}
