#include "cli/command_record.hpp"

#include "model/path_options.hpp"
#include "pipeline/file_store.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace joinedup {

namespace {

/// These change no file of the results but where they are, or only what the program says beside them.
constexpr std::array<std::string_view, 12> left_out{"--output",      "--force",          "--quiet",   "--verbose",
                                                    "--diagnostics", "--color",          "--strict",  "--threads",
                                                    "--progress",    "--instrument-dir", "--dry-run", "--timings"};

/// Where it writes says nothing, that it was given does: faulty records are set aside.
constexpr std::string_view place_to_write = "--rejects";

using Change = std::function<std::string(const std::string&)>;

/// The last part of a path; a folder of earlier results is the file in it that is read.
std::string recorded_path(std::string_view option, std::string path) {
  while (path.size() > 1 && path.back() == '/')
    path.pop_back();
  if (option == "--against" && !path.ends_with(".json")) return "results.json";
  return path == "-" ? path : file_name(path);
}

} // namespace

CommandRecord command_record(const Arguments& arguments) {
  CommandRecord out;
  for (const auto& [name, values] : arguments.options) {
    if (std::ranges::find(left_out, name) != left_out.end()) continue;
    std::vector<std::string>& kept = out.options[name];
    if (name == place_to_write) continue;
    const auto last_part = [&name = name](const std::string& path) { return recorded_path(name, path); };
    for (const std::string& value : values)
      kept.push_back(with_paths(name, value, last_part));
  }
  for (const std::string& word : arguments.words)
    out.files.push_back(record_name(word));
  std::sort(out.files.begin(), out.files.end());
  return out;
}

Arguments recorded_arguments(const CommandRecord& command, const Change& place) {
  Arguments out;
  for (const auto& [name, values] : command.options) {
    std::vector<std::string>& given = out.options[name];
    for (const std::string& value : values)
      given.push_back(with_paths(name, value, place));
  }
  for (const std::string& file : command.files)
    out.words.push_back(place(file));
  return out;
}

} // namespace joinedup
