// consumer STUDY SURVEY: prints index.csv of the study, then where the records of the survey went.
#include <joinedup/joinedup.hpp>

#include <cstddef>
#include <iostream>
#include <string_view>

namespace {

int tell(const joinedup::Diagnostics& faults) {
  for (const joinedup::Diagnostic& fault : faults.all())
    std::cerr << fault.where.file << ':' << fault.where.line << ": " << fault.code << ": " << fault.message << '\n';
  return joinedup::exit_code(faults);
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto results = joinedup::benchmark_study(argv[1], {});
  if (!results) return tell(results.diagnostics);
  std::cout << joinedup::index_csv(*results);

  std::size_t bytes = 0;
  const auto count = [&bytes](std::string_view rows) { bytes += rows.size(); };
  const auto went = joinedup::score_files({.files = {argv[2]}, .instruments = {"wemwbs"}}, {.threads = 1}, count);
  if (!went) return tell(went.diagnostics);
  std::cout << "records " << went->read << ", bytes of scores " << bytes << ", methods "
            << (joinedup::methods().empty() ? "none" : "listed") << ", version " << joinedup::version << '\n';
}
