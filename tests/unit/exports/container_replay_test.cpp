// Seeds and findings of the container fuzzers without a fuzzer. Those that crash or starve libreadstat itself are read
// through the product's child process, which is what contains them.
#include "exports/utf8.hpp"
#include "support/catch.hpp"
#include "support/contained.hpp"

#include <chrono>
#include <filesystem>

using namespace joinedup::testing;

namespace {

/// How many inputs were read; each must give a table or a reason, soon.
std::size_t replay(const std::string& target) {
  std::size_t read = 0;
  for (const char* folder : {"/fuzz/seeds/", "/fuzz/findings/"}) {
    const std::filesystem::path path = std::string(JOINEDUP_TESTS) + folder + target;
    if (!std::filesystem::exists(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      INFO(entry.path().string());
      const std::string bytes = file_text(entry.path().string());
      if (joinedup::container_kind(bytes) == joinedup::ContainerKind::none) continue;
      const auto begun = std::chrono::steady_clock::now();
      const auto result = read_contained(bytes);
      CHECK((result.opened || result.diagnostics.has_errors()));
      CHECK(joinedup::first_bad_byte(result.text) == std::string::npos);
      CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(30));
      ++read;
    }
  }
  return read;
}

} // namespace

TEST_CASE("seeds and findings of the SPSS fuzzer give a table or a reason") { CHECK(replay("sav") >= 4); }
TEST_CASE("seeds and findings of the Stata fuzzer give a table or a reason") { CHECK(replay("dta") >= 5); }
TEST_CASE("seeds and findings of the SAS fuzzer give a table or a reason") { CHECK(replay("xpt") >= 2); }
TEST_CASE("seeds and findings of the workbook fuzzer give a table or a reason") { CHECK(replay("xlsx") >= 2); }
