#include "pipeline/look/file_look.hpp"

#include "base/text.hpp"
#include "exports/headings.hpp"
#include "pipeline/look/heading_words.hpp"
#include "pipeline/open_input.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace joinedup {

namespace {

struct BlockLook final : BlockProduct {
  explicit BlockLook(std::size_t columns) : profiles(columns) {}
  ColumnProfiles profiles;
  std::vector<ItemPairs> pairs;
  std::vector<DigitCounts> digits;
  std::vector<std::uint64_t> ids;
  std::uint64_t taken = 0;
};

/// 64 bits of FNV-1a: the same on every machine; two of a million different ids collide once in 40 million files.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

class Looking {
public:
  Looking(FileLook& look, const std::vector<const Instrument*>& instruments)
      : look_(look), profiles_(look.plan.kept.size()) {
    for (const AdministrationPlan& a : look.plan.administrations) {
      const auto same = [&](const Instrument* i) { return i->id == a.instrument; };
      empty_.emplace_back(**std::find_if(instruments.begin(), instruments.end(), same));
    }
    look_.pairs = empty_;
    look_.digits.resize(empty_.size());
    if (look.record) {
      const auto place = std::find(look.plan.kept.begin(), look.plan.kept.end(), *look.record);
      if (place != look.plan.kept.end()) key_.push_back(static_cast<std::size_t>(place - look.plan.kept.begin()));
    }
    for (const std::uint32_t column : key_.empty() ? std::vector<std::uint32_t>{} : look.header.tool.repeats) {
      const auto place = std::find(look.plan.kept.begin(), look.plan.kept.end(), column);
      if (place != look.plan.kept.end()) key_.push_back(static_cast<std::size_t>(place - look.plan.kept.begin()));
    }
  }

  std::unique_ptr<BlockProduct> see(const RecordBlock& block) const {
    auto out = std::make_unique<BlockLook>(look_.plan.kept.size());
    out->profiles.see(block);
    out->pairs = empty_;
    out->digits.resize(empty_.size());
    for (std::size_t a = 0; a < empty_.size(); ++a) {
      out->pairs[a].see(block.administrations[a], block.drop);
      out->digits[a].see(look_.plan.administrations[a], block.administrations[a], block.drop);
    }
    for (std::size_t r = 0; r < block.records; ++r) {
      if (block.drop[r] != DropReason::none) continue;
      ++out->taken;
      if (key_.empty() || trim(block.kept[key_.front()][r]).empty()) continue;
      std::string key;
      for (const std::size_t column : key_)
        key.append(trim(block.kept[column][r])) += '\x1F';
      out->ids.push_back(hash_of(key));
    }
    return out;
  }

  void add(const BlockLook& block) {
    profiles_.merge(block.profiles);
    for (std::size_t a = 0; a < look_.pairs.size(); ++a) {
      look_.pairs[a].merge(block.pairs[a]);
      look_.digits[a].merge(block.digits[a]);
    }
    look_.taken += block.taken;
    const std::size_t room = std::min(most_ids - ids_.size(), block.ids.size());
    look_.all_ids_seen = look_.all_ids_seen && room == block.ids.size();
    ids_.insert(ids_.end(), block.ids.begin(), block.ids.begin() + static_cast<std::ptrdiff_t>(room));
  }

  void finish() {
    look_.columns.resize(look_.header.headings.size());
    for (std::size_t k = 0; k < look_.plan.kept.size(); ++k)
      look_.columns[look_.plan.kept[k]] = profiles_.all()[k];
    std::sort(ids_.begin(), ids_.end());
    const auto last = std::unique(ids_.begin(), ids_.end());
    look_.repeated_ids = static_cast<std::uint64_t>(ids_.end() - last);
  }

private:
  FileLook& look_;
  ColumnProfiles profiles_;
  std::vector<ItemPairs> empty_;
  std::vector<std::size_t>
      key_; ///< among the kept columns: the record's id, then what the tool tells its rows apart by
  std::vector<std::uint64_t> ids_;
};

} // namespace

std::optional<std::uint32_t> record_column(const SurveyHeader& header, const std::string& named) {
  const auto only = [&](auto&& fits) -> std::optional<std::uint32_t> {
    std::optional<std::uint32_t> out;
    for (std::uint32_t c = 0; c < header.headings.size(); ++c) {
      if (!fits(header.headings[c])) continue;
      if (out) return std::nullopt;
      out = c;
    }
    return out;
  };
  if (!named.empty()) return only([&](const std::string& h) { return h == named; });
  if (header.tool.record) return header.tool.record;
  constexpr std::array<std::string_view, 10> names{
      "id",         "record id", "respondent id", "response id", "participant id",
      "patient id", "person id", "case id",       "respondent",  "unique id"};
  return only([&](const std::string& heading) {
    const std::string text = join(words_of(heading), " ");
    return std::find(names.begin(), names.end(), text) != names.end();
  });
}

Outcome<FileLook> look_at(const std::string& path, const ReaderOptions& reader, const ReadingThreads& threads,
                          const AskFor& ask, FileStore& files) {
  Outcome<OpenInput> open = open_input(path, reader, files, Hashing::no);
  Diagnostics diagnostics = std::move(open.diagnostics);
  if (!open) return Outcome<FileLook>::failure(std::move(diagnostics));
  FileLook look;
  look.name = record_name(path);
  look.header = open->file.header();
  ReadingRequest request = ask(open->file);
  look.record = record_column(look.header, request.map.record);
  request.keep = {"all"};
  request.map.area.reset();
  request.set_rejects_aside = true;
  request.refuse_counts = false;
  Outcome<ReadingPlan> plan = plan_reading(open->file, request);
  diagnostics.merge(plan.diagnostics);
  if (!plan) return Outcome<FileLook>::failure(std::move(diagnostics));
  look.plan = std::move(*plan);
  Looking looking(look, request.instruments);
  Outcome<ReadSummary> summary = read_records(
      open->file, look.plan, threads, [&](RecordBlock& block) { return looking.see(block); },
      [&](std::unique_ptr<BlockProduct> product) { looking.add(static_cast<const BlockLook&>(*product)); });
  diagnostics.merge(summary.diagnostics);
  if (!summary) return Outcome<FileLook>::failure(std::move(diagnostics));
  look.summary = std::move(*summary);
  looking.finish();
  return {std::move(look), std::move(diagnostics)};
}

} // namespace joinedup
