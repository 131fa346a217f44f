#include "pipeline/partial/definition_tape.hpp"

#include "pipeline/sha256.hpp"

#include <algorithm>

namespace joinedup {

void DefinitionTape::pack(Pack& pack) {
  pack.map(texts, [&](std::string& text) { pack.text(text); });
  pack.texts(folders);
  pack.map(definitions, [&](Definition& one) {
    pack.text(one.text);
    pack.text(one.origin);
  });
  pack.map(lists, [&](auto& endings) { pack.map(endings, [&](auto& names) { pack.texts(names); }); });
}

std::vector<std::pair<std::string, std::string>> DefinitionTape::hashes() const {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [path, text] : texts)
    out.emplace_back(file_name(path), sha256_of(text));
  for (const auto& [name, one] : definitions)
    out.emplace_back(name, sha256_of(one.text));
  std::ranges::sort(out);
  return out;
}

std::optional<std::string> RecordingStore::text(const std::string& path) {
  auto out = inner_.text(path);
  if (out && running_) tape_.texts.emplace(path, *out);
  return out;
}

bool RecordingStore::is_folder(const std::string& path) {
  const bool out = inner_.is_folder(path);
  if (out && running_ && std::ranges::find(tape_.folders, path) == tape_.folders.end()) tape_.folders.push_back(path);
  return out;
}

std::optional<std::string> RecordingStore::definition(const std::string& name) {
  auto out = inner_.definition(name);
  if (out && running_) tape_.definitions.emplace(name, DefinitionTape::Definition{*out, inner_.origin(name)});
  return out;
}

std::vector<std::string> RecordingStore::definitions(const std::string& folder, const std::string& ending) {
  auto out = inner_.definitions(folder, ending);
  if (running_) tape_.lists[folder][ending] = out;
  return out;
}

DefinitionTape RecordingStore::take() {
  running_ = false;
  std::ranges::sort(tape_.folders);
  return std::move(tape_);
}

std::optional<std::string> ReplayingStore::text(const std::string& path) {
  const auto found = tape_.texts.find(path);
  return found == tape_.texts.end() ? std::nullopt : std::optional(found->second);
}

bool ReplayingStore::is_folder(const std::string& path) {
  return std::ranges::find(tape_.folders, path) != tape_.folders.end();
}

std::optional<std::string> ReplayingStore::definition(const std::string& name) {
  const auto found = tape_.definitions.find(name);
  return found == tape_.definitions.end() ? std::nullopt : std::optional(found->second.text);
}

std::string ReplayingStore::origin(const std::string& name) {
  const auto found = tape_.definitions.find(name);
  return found == tape_.definitions.end() ? std::string(built_in) : found->second.origin;
}

std::vector<std::string> ReplayingStore::definitions(const std::string& folder, const std::string& ending) {
  const auto found = tape_.lists.find(folder);
  if (found == tape_.lists.end()) return {};
  const auto names = found->second.find(ending);
  std::vector<std::string> out = names == found->second.end() ? std::vector<std::string>{} : names->second;
  const std::string prefix = folder.empty() ? "" : folder + "/";
  std::erase_if(out, [&](const std::string& name) { // a tape that somebody wrote by hand promises nothing
    return !name.starts_with(prefix) || !name.ends_with(ending) || name.size() <= prefix.size() + ending.size();
  });
  return out;
}

} // namespace joinedup
