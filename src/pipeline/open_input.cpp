#include "pipeline/open_input.hpp"

#include "base/text.hpp"
#include "exports/survey_file_impl.hpp"
#include "exports/survey_tool/data_dictionary.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

Diagnostics use_dictionary(const std::string& path, SurveyFile& file, FileStore& files) {
  Diagnostics out;
  const auto text = files.text(path);
  if (!text) {
    out.error("J301", {file_name(path), 0, 0, ""}, "cannot read this data dictionary",
              "check the path; in a map it is relative to the map");
    return out;
  }
  const auto fields = read_data_dictionary(*text, file_name(path));
  out.merge(fields.diagnostics);
  if (fields) out.merge(apply_data_dictionary(*fields, file_name(path), file.name(), file.impl().header));
  return out;
}

} // namespace

Outcome<OpenInput> open_input(const std::string& path, const ReaderOptions& options, FileStore& files,
                              Hashing hashing) {
  if (files.is_folder(path)) {
    const std::string folder = path.substr(0, path.find_last_not_of('/') + 1);
    Diagnostics d;
    d.error("J302", {file_name(folder), 0, 0, ""}, "this is a folder, a survey file was expected",
            "name the files in it, one or more");
    return Outcome<OpenInput>::failure(std::move(d));
  }
  std::unique_ptr<ByteSource> source = files.open(path);
  if (!source) {
    Diagnostics d;
    d.error("J302", {file_name(path), 0, 0, ""}, "cannot open this file", "check the path and that it may be read");
    return Outcome<OpenInput>::failure(std::move(d));
  }
  std::shared_ptr<Sha256> hash;
  if (hashing == Hashing::yes) {
    hash = std::make_shared<Sha256>();
    source = std::make_unique<HashingSource>(std::move(source), hash);
  }
  auto file = SurveyFile::open(std::move(source), record_name(path), options);
  if (!file) return Outcome<OpenInput>::failure(std::move(file.diagnostics));
  file->impl().watched = files.progress();
  if (!options.dictionary.empty()) {
    file.diagnostics.merge(use_dictionary(options.dictionary, *file, files));
    if (file.diagnostics.has_errors()) return Outcome<OpenInput>::failure(std::move(file.diagnostics));
  }
  return {OpenInput{std::move(*file), std::move(hash)}, std::move(file.diagnostics)};
}

InputInfo input_info(const std::string& path, OpenInput& input, const ReadSummary& summary) {
  return {record_name(path), input.hash ? input.hash->hex() : "", "survey", summary.records};
}

Diagnostics repeated_inputs(const std::vector<InputInfo>& inputs) {
  Diagnostics diagnostics;
  for (std::size_t a = 0; a < inputs.size(); ++a) {
    for (std::size_t b = a + 1; b < inputs.size(); ++b) {
      if (inputs[a].sha256 != inputs[b].sha256 || inputs[a].records == 0) continue;
      diagnostics.error("J125", {inputs[b].name, 0, 0, ""},
                        fmt::format("holds the very bytes of {}, so everybody would count twice", inputs[a].name),
                        "name each survey file once");
    }
  }
  return diagnostics;
}

Diagnostics placed_in_successors(const AreaDictionary& areas, const Geography* geography) {
  Diagnostics diagnostics;
  if (geography == nullptr) return diagnostics;
  for (const std::string& code : areas.succeeded())
    diagnostics.warning("J611", {},
                        fmt::format("{}: {}, where its records are placed", code, geography->ended.at(code)),
                        "an area that also took in a part of another lacks that part's records");
  return diagnostics;
}

std::map<std::string, std::uint64_t> nameable_areas(const std::map<std::string, std::uint64_t>& unknown,
                                                    const AreaDictionary& areas, std::uint64_t minimum) {
  std::map<std::string, std::uint64_t> out;
  for (const auto& [code, n] : unknown)
    out[n >= minimum || areas.has_known_form(code) ? code : "other text"] += n;
  return out;
}

std::set<std::string> areas_not_to_name(const std::map<std::string, std::uint64_t>& records,
                                        const AreaDictionary& areas, std::uint64_t minimum, Diagnostics& diagnostics) {
  std::set<std::string> out;
  for (const auto& [code, n] : records)
    if (n < minimum && !areas.has_known_form(code)) out.insert(code);
  if (!out.empty())
    diagnostics.note("J454", {},
                     fmt::format("{} of fewer than {} records {} not listed: no geography knows {}, so {} could be "
                                 "anybody's words",
                                 out.size() == 1 ? std::string("1 area") : with_thousands(out.size()) + " areas",
                                 minimum, out.size() == 1 ? "is" : "are", out.size() == 1 ? "its code" : "their codes",
                                 out.size() == 1 ? "it" : "they"),
                     "the total holds them; a geography or a look-up of areas says which codes there are");
  return out;
}

void append_rejects(std::string& so_far, const std::string& of_file) {
  const std::size_t heading = of_file.find('\n') + 1;
  const bool repeated = !so_far.empty() && so_far.starts_with(of_file.substr(0, heading));
  so_far += repeated ? of_file.substr(heading) : of_file;
}

void add_reading(const ReadSummary& summary, Reconciliation& reconciliation) {
  reconciliation.read += summary.records;
  for (std::size_t k = 0; k < drop_reasons; ++k)
    reconciliation.dropped[k] += summary.dropped[k];
  for (const auto& [code, n] : summary.unknown_areas)
    reconciliation.unknown_areas[code] += n;
  for (const auto& [instrument, reasons] : summary.no_answer)
    for (const auto& [reason, cells] : reasons)
      reconciliation.no_answer[instrument][reason] += cells;
}

} // namespace joinedup
