#include "pipeline/open_input.hpp"

namespace joinedup {

Outcome<OpenInput> open_input(const std::string& path, const ReaderOptions& options, FileStore& files) {
  std::unique_ptr<ByteSource> source = files.open(path);
  if (!source) {
    Diagnostics d;
    d.error("J302", {file_name(path), 0, 0, ""}, "cannot open this file", "check the path and that it may be read");
    return Outcome<OpenInput>::failure(std::move(d));
  }
  auto hash = std::make_shared<Sha256>();
  auto file = SurveyFile::open(std::make_unique<HashingSource>(std::move(source), hash), record_name(path), options);
  if (!file) return Outcome<OpenInput>::failure(std::move(file.diagnostics));
  return {OpenInput{std::move(*file), std::move(hash)}, std::move(file.diagnostics)};
}

InputInfo input_info(const std::string& path, OpenInput& input, const ReadSummary& summary) {
  return {record_name(path), input.hash->hex(), "survey", summary.records};
}

void add_reading(const ReadSummary& summary, Reconciliation& reconciliation) {
  reconciliation.read += summary.records;
  for (std::size_t k = 0; k < drop_reasons; ++k)
    reconciliation.dropped[k] += summary.dropped[k];
  for (const auto& [code, n] : summary.unknown_areas)
    reconciliation.unknown_areas[code] += n;
}

} // namespace joinedup
