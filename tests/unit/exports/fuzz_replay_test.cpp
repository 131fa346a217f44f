#include "support/catch.hpp"
#include "support/csv_agreement.hpp"

#include <filesystem>

using namespace joinedup::testing;

TEST_CASE("seeds and findings of the CSV fuzzer hold without a fuzzer") {
  std::size_t read = 0;
  for (const char* folder : {"/fuzz/seeds/csv", "/fuzz/findings/csv"}) {
    const std::filesystem::path path = std::string(JOINEDUP_TESTS) + folder;
    if (!std::filesystem::exists(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      const std::string input = file_text(entry.path().string());
      if (!entry.is_regular_file() || input.empty()) continue;
      INFO(entry.path().filename().string());
      const auto first = static_cast<unsigned char>(input[0]);
      CHECK(broken_csv_law(first, std::string_view(input).substr(1), true) == "");
      ++read;
    }
  }
  CHECK(read >= 9);
}
