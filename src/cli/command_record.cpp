#include "cli/command_record.hpp"

#include "pipeline/file_store.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace joinedup {

namespace {

/// These change no file of the results but where they are, or only what the program says beside them.
constexpr std::array<std::string_view, 10> left_out{"--output",      "--force",         "--quiet",  "--verbose",
                                                    "--diagnostics", "--color",         "--strict", "--threads",
                                                    "--progress",    "--instrument-dir"};

/// Options whose value is a file where it has the form of one, or always.
constexpr std::array<std::string_view, 7> paths{"--study",   "--index",  "--geography", "--map",
                                                "--against", "--target", "--dictionary"};
/// INSTRUMENT=FILE, or INSTRUMENT=SET,FILE.
constexpr std::array<std::string_view, 2> named_paths{"--table", "--value-set"};

template <std::size_t N> bool holds(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// Where it writes says nothing, that it was given does: faulty records are set aside.
constexpr std::string_view place_to_write = "--rejects";

using Change = std::function<std::string(const std::string&)>;

std::string change_list(const std::string& text, const Change& change) {
  std::string out;
  for (std::size_t start = 0;;) {
    const std::size_t comma = text.find(',', start);
    out += change(text.substr(start, comma - start));
    if (comma == std::string::npos) return out;
    out += ',';
    start = comma + 1;
  }
}

std::string change_value(std::string_view option, const std::string& value, const Change& change) {
  if (holds(paths, option)) return change(value);
  const std::size_t equals = value.find('=');
  if (!holds(named_paths, option) || equals == std::string::npos) return value;
  return value.substr(0, equals + 1) + change_list(value.substr(equals + 1), change);
}

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
    if (holds(left_out, name)) continue;
    std::vector<std::string>& kept = out.options[name];
    if (name == place_to_write) continue;
    const auto last_part = [&name = name](const std::string& path) { return recorded_path(name, path); };
    for (const std::string& value : values)
      kept.push_back(change_value(name, value, last_part));
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
      given.push_back(change_value(name, value, place));
  }
  for (const std::string& file : command.files)
    out.words.push_back(place(file));
  return out;
}

} // namespace joinedup
