#include "pipeline/partial/compare_partials.hpp"

#include "base/text.hpp"
#include "model/path_options.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace joinedup {

namespace {

constexpr std::size_t most_named = 5; ///< shards of a run of which hardly any is there need not all be listed

Position of(const Partial& partial) { return {file_name(partial.path), 0, 0, ""}; }

std::string without_folder(std::string path) {
  while (path.size() > 1 && path.ends_with('/'))
    path.pop_back();
  return path.substr(path.rfind('/') + 1);
}

/// The folder of a file does not matter: what was read is compared.
std::map<std::string, std::vector<std::string>> comparable(const PartialDescription& d) {
  auto out = d.options;
  for (auto& [name, values] : out)
    for (std::string& value : values)
      value = with_paths(name, value, without_folder);
  return out;
}

using OptionValues = std::optional<std::vector<std::string>>;

OptionValues values_of(const std::map<std::string, std::vector<std::string>>& options, const std::string& name) {
  const auto found = options.find(name);
  return found == options.end() ? std::nullopt : OptionValues(found->second);
}

std::string shown(const OptionValues& values, const std::string& name) {
  if (!values) return "without " + name;
  return values->empty() ? "with " + name : fmt::format("with {} {}", name, join(*values, " and "));
}

std::vector<std::string> differences(const PartialDescription& a, const PartialDescription& b) {
  std::vector<std::string> out;
  const auto ours = comparable(a), theirs = comparable(b);
  std::set<std::string> names;
  for (const auto* options : {&ours, &theirs})
    for (const auto& [name, values] : *options)
      names.insert(name);
  for (const std::string& name : names)
    if (const auto mine = values_of(ours, name), other = values_of(theirs, name); mine != other)
      out.push_back(fmt::format("{}, not {}", shown(other, name), shown(mine, name)));
  if (out.empty()) {
    const auto mine = a.tape.hashes(), other = b.tape.hashes();
    std::vector<std::pair<std::string, std::string>> differ;
    std::ranges::set_symmetric_difference(mine, other, std::back_inserter(differ));
    std::set<std::string> files;
    for (const auto& [name, hash] : differ)
      files.insert(name);
    for (const std::string& name : files)
      out.push_back("with another " + name);
  }
  const auto cut = [](const PartialDescription& d) {
    return d.shards == 0 ? std::string("without --shard") : fmt::format("as one of {} shards", d.shards);
  };
  const auto names_of = [](const PartialDescription& d) {
    std::vector<std::string> files;
    for (const std::string& path : d.inputs)
      files.push_back(record_name(path));
    return files;
  };
  if (cut(a) != cut(b))
    out.push_back(fmt::format("{}, not {}", cut(b), cut(a)));
  else if (names_of(a) != names_of(b))
    out.emplace_back("as a shard of other survey files");
  if (a.files_named != b.files_named) out.emplace_back("of survey files that were named elsewhere");
  return out;
}

} // namespace

Diagnostics foreign_partials(const std::vector<Partial>& partials) {
  Diagnostics out;
  const std::string hint = "make all partials of a run with the version that merges them, and the same options";
  const Partial* first = nullptr; // of this version: options of another are not compared
  for (const Partial& one : partials) {
    if (const std::string& theirs = one.description.version; theirs != version) {
      out.error("J170", of(one), fmt::format("made by version {}, and this is {}", theirs, version), hint);
      continue;
    }
    if (first == nullptr) first = &one;
    const auto differ = differences(first->description, one.description);
    if (differ.empty()) continue;
    out.error("J170", of(one),
              fmt::format("of another run than {}: made {}", file_name(first->path), join(differ, "; ")), hint);
  }
  return out;
}

Diagnostics repeated_partials(const std::vector<Partial>& partials) {
  Diagnostics out;
  std::map<std::string_view, const Partial*> whole, surveys;
  std::map<std::uint64_t, const Partial*> shards;
  const std::string hint = "name each partial once, and give each survey file to one of them";
  for (const Partial& one : partials) {
    if (const auto [first, is_new] = whole.emplace(one.bytes, &one); !is_new) {
      out.error("J172", of(one), fmt::format("holds the very bytes of {}", file_name(first->second->path)), hint);
      continue;
    }
    for (const std::uint64_t shard : one.description.held)
      if (const auto [first, is_new] = shards.emplace(shard, &one); !is_new)
        out.error("J172", of(one),
                  fmt::format("holds shard {} of {}, and so does {}", shard, one.description.shards,
                              file_name(first->second->path)),
                  hint);
    for (const FileReading& file : one.description.files) {
      if (file.info.records == 0) continue;
      const auto [first, is_new] = surveys.emplace(file.info.sha256, &one);
      if (!is_new && first->second != &one)
        out.error("J172", of(one),
                  fmt::format("holds the survey file {}, whose bytes are in {} too, so everybody would count twice",
                              file.info.name, file_name(first->second->path)),
                  hint);
    }
  }
  return out;
}

Diagnostics repeats_across(const std::vector<Partial>& partials) {
  struct Place {
    const FileReading* file;
    const Partial* partial;
  };
  Diagnostics out;
  std::vector<Place> files;
  bool drops = false;
  for (const Partial& one : partials)
    for (const FileReading& file : one.description.files) {
      files.push_back({&file, &one});
      drops = drops || file.drops;
    }
  if (!drops) return out;
  std::ranges::sort(files, {}, [](const Place& place) {
    return std::tuple(place.file->info.name, place.file->path, place.file->info.sha256);
  });
  std::unordered_map<std::uint64_t, Place> met;
  for (const Place& here : files) {
    std::uint64_t across = 0;
    Place first = here;
    for (const std::uint64_t name : here.file->names) {
      if (name == 0 || name % 2 == 1) continue; // running numbers are alike within a file only
      const auto [known, is_new] = met.emplace(name, here);
      if (is_new || known->second.partial == here.partial) continue;
      if (++across == 1) first = known->second;
    }
    if (across == 0 || !here.file->drops) continue;
    out.error("J173", of(*here.partial),
              fmt::format("{} record{} of {} {} of other partials, first of {} in {}: one run with --dedupe drops "
                          "{}, and partials no longer can",
                          with_thousands(across), across == 1 ? "" : "s", here.file->info.name,
                          across == 1 ? "repeats one" : "repeat those", first.file->info.name,
                          file_name(first.partial->path), across == 1 ? "it" : "them"),
              "aggregate files that share records together, or run joinedup benchmark over all of them");
  }
  return out;
}

Diagnostics missing_shards(const std::vector<Partial>& partials) {
  Diagnostics out;
  const PartialDescription& run = partials.front().description;
  std::set<std::uint64_t> held;
  for (const Partial& one : partials)
    held.insert(one.description.held.begin(), one.description.held.end());
  std::uint64_t named = 0;
  for (std::uint64_t shard = 1; shard <= run.shards && held.size() < run.shards; ++shard) {
    if (held.contains(shard)) continue;
    if (++named > most_named) {
      out.error("J171", {}, fmt::format("{} of {} shards are missing", run.shards - held.size(), run.shards));
      break;
    }
    std::vector<std::string> files;
    for (std::size_t at = shard - 1; at < run.inputs.size() && files.size() < most_named; at += run.shards)
      files.push_back(record_name(run.inputs[at]));
    out.error(
        "J171", {},
        fmt::format("shard {} of {} is missing{}", shard, run.shards,
                    files.empty() ? "" : ", with " + join(files, ", ")),
        fmt::format("joinedup aggregate --shard {}/{} with the options of the others makes it", shard, run.shards));
  }
  return out;
}

} // namespace joinedup
