#include "pipeline/library.hpp"

#include "base/edit_distance.hpp"
#include "definitions/geography.hpp"
#include "definitions/index.hpp"
#include "definitions/instrument.hpp"
#include "definitions/value_set.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

std::vector<std::string> ids(FileStore& files, const std::string& folder) {
  std::vector<std::string> out = files.definitions(folder, ".json");
  for (std::string& name : out) {
    name.resize(name.size() - 5);
    if (!folder.empty() && name.starts_with(folder + "/")) name.erase(0, folder.size() + 1);
  }
  return out;
}

Diagnostics unknown(const std::string& what, const std::string& id, const std::vector<std::string>& known) {
  Diagnostics d;
  d.error("J503", {}, fmt::format("no {} \"{}\"", what, id), suggestion(id, known));
  return d;
}

} // namespace

std::vector<std::string> Library::instrument_ids() const {
  std::vector<std::string> out;
  for (std::string& id : ids(files_, "")) {
    if (id.find('/') == std::string::npos && id != "simulation") out.push_back(std::move(id));
  }
  return out;
}

Outcome<Instrument> Library::instrument(const std::string& id) const {
  const std::string name = id + ".json";
  const auto text = files_.definition(name);
  if (!text) return Outcome<Instrument>::failure(unknown("instrument", id, instrument_ids()));
  Outcome<Instrument> out = read_instrument(*text, name);
  if (out) {
    out->file = name;
    out->sha256 = sha256_of(*text);
  }
  return out;
}

std::vector<ValueSet> Library::value_sets(Diagnostics& diagnostics) const {
  std::vector<ValueSet> out;
  for (const std::string& name : files_.definitions("value_sets", ".json")) {
    const auto text = files_.definition(name);
    if (!text) continue;
    Outcome<ValueSet> set = read_value_set(*text, name);
    diagnostics.merge(set.diagnostics);
    if (!set) continue;
    set->file = file_name(name);
    set->sha256 = sha256_of(*text);
    out.push_back(std::move(*set));
  }
  return out;
}

std::vector<std::string> Library::index_ids() const { return ids(files_, "indices"); }

Outcome<IndexSpec> Library::index(const std::string& id_or_path) const {
  const bool is_path = id_or_path.find('/') != std::string::npos || id_or_path.ends_with(".json");
  const std::string name = is_path ? id_or_path : "indices/" + id_or_path + ".json";
  const auto text = is_path ? files_.text(id_or_path) : files_.definition(name);
  if (!text && is_path) {
    Diagnostics d;
    d.error("J301", {file_name(id_or_path), 0, 0, ""}, "cannot read this index definition",
            "give the path of a JSON file, or the name of a preset: " +
                fmt::format("{}", fmt::join(index_ids(), ", ")));
    return Outcome<IndexSpec>::failure(std::move(d));
  }
  if (!text) return Outcome<IndexSpec>::failure(unknown("index", id_or_path, index_ids()));
  Outcome<IndexSpec> out = read_index(*text, file_name(name));
  if (out) {
    out->file = file_name(name);
    out->sha256 = sha256_of(*text);
  }
  return out;
}

std::vector<std::string> Library::geography_ids() const { return ids(files_, "geographies"); }

Outcome<Geography> Library::geography(const std::string& id) const {
  const std::string name = "geographies/" + id + ".json";
  const auto text = files_.definition(name);
  if (!text) return Outcome<Geography>::failure(unknown("geography", id, geography_ids()));
  Outcome<Geography> out = read_geography(*text, file_name(name));
  if (out) {
    out->file = file_name(name);
    out->sha256 = sha256_of(*text);
  }
  return out;
}

} // namespace joinedup
