// How far reading is: the text, and a line that never stands in what else is said.
#include "cli/progress_line.hpp"

#include "support/catch.hpp"

#include <string>

namespace {

using joinedup::progress_text;
using joinedup::ProgressLine;
using joinedup::ReadingProgress;

TEST_CASE("the line tells records, megabytes, speed and the time left of the file") {
  CHECK(progress_text({412'000, 131'000'000, "survey.csv", 131'000'000, 262'000'000}, 2) ==
        "412,000 records, 131 MB, 65.5 MB/s, 2 s left of survey.csv");
  CHECK(progress_text({412'000, 131'000'000, "b.csv", 1'000'000, 655'000'000 * 20ULL}, 2) ==
        "412,000 records, 131 MB, 65.5 MB/s, 3 min left of b.csv");
  CHECK(progress_text({1, 1'000, "s.csv", 1'000, 1'001}, 2) == "1 records, 0 MB, 0.0 MB/s, 1 s left of s.csv");
}

TEST_CASE("without a size, or once all bytes are read, no time is left to tell") {
  CHECK(progress_text({10, 3'000'000, "standard input", 3'000'000, 0}, 1) == "10 records, 3 MB, 3.0 MB/s");
  CHECK(progress_text({10, 3'000'000, "s.csv", 3'000'000, 3'000'000}, 1) == "10 records, 3 MB, 3.0 MB/s");
}

TEST_CASE("before anything is read there is nothing to tell") { CHECK(progress_text({}, 5) == ""); }

TEST_CASE("a name cannot steer the terminal") {
  CHECK(progress_text({1, 1'000'000, "a\x1b[2Jb.csv", 1'000'000, 2'000'000}, 1).find('\x1b') == std::string::npos);
}

/// A console whose two streams end in one text, as on a terminal.
struct Screen {
  std::mutex mutex;
  std::string text;
  std::condition_variable written;
  joinedup::Console console;
  Screen() {
    console.out = console.err = [this](std::string_view more) {
      const std::lock_guard lock(mutex);
      text += more;
      written.notify_all();
    };
  }
  bool wait_for(const std::string& what) {
    std::unique_lock lock(mutex);
    return written.wait_for(lock, std::chrono::seconds(20), [&] { return text.find(what) != std::string::npos; });
  }
};

TEST_CASE("the line is taken away before a result or a message, and at the end") {
  Screen screen;
  ReadingProgress progress;
  progress.begin_file("s.csv", 2'000'000);
  progress.add_bytes(1'000'000);
  progress.add_records(5);
  const std::string erased = "\r\x1b[K";
  {
    const ProgressLine line(screen.console, progress, std::chrono::milliseconds(1), std::chrono::milliseconds(1));
    REQUIRE(screen.wait_for(erased + "5 records, 1 MB"));
    screen.console.out("a result\n");
    REQUIRE(screen.wait_for(erased + "a result\n"));
    REQUIRE(screen.wait_for("a result\n" + erased + "5 records"));
  }
  CHECK(screen.text.ends_with(erased));
  screen.console.err("after");
  CHECK(screen.text.ends_with(erased + "after"));
}

TEST_CASE("a run that is over in time shows nothing") {
  Screen screen;
  ReadingProgress progress;
  progress.add_bytes(1);
  { const ProgressLine line(screen.console, progress, std::chrono::hours(1)); }
  CHECK(screen.text.empty());
}

TEST_CASE("a line is no longer than the terminal is wide, and cuts no letter in two") {
  Screen screen;
  screen.console.err_columns = 54;
  ReadingProgress progress;
  progress.begin_file("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9.csv", 2'000'000'000);
  progress.add_bytes(1'000'000);
  {
    const ProgressLine line(screen.console, progress, std::chrono::milliseconds(1), std::chrono::hours(1));
    REQUIRE(screen.wait_for("left"));
  }
  const std::string line = screen.text.substr(4, screen.text.rfind('\r') - 4);
  CHECK(line.size() <= 53);
  CHECK((static_cast<unsigned char>(line.back()) != 0xC3));
}

} // namespace
