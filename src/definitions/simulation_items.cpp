#include "definitions/simulation_items.hpp"

#include "base/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace joinedup {

namespace {

constexpr int largest_loading = 10'000; ///< ten standard deviations; keeps every product within 32 bits
constexpr std::size_t most_items = 64;  ///< of one questionnaire

template <typename T> std::vector<std::string> ids(const std::vector<T>& all) {
  std::vector<std::string> out;
  out.reserve(all.size());
  for (const T& each : all) {
    out.push_back(each.id);
  }
  return out;
}

/// The number of the one called `id`; J503 with near names when there is none.
std::optional<std::size_t> find_id(const Value& at, const std::string& what, const std::string& id,
                                   const std::vector<std::string>& known) {
  const auto it = std::find(known.begin(), known.end(), id);
  if (it != known.end()) return static_cast<std::size_t>(it - known.begin());
  at.error("J503", fmt::format("no {} \"{}\" is defined before this", what, id), suggestion(id, known));
  return std::nullopt;
}

int small_whole(const Value& value, int low, int high) {
  const auto number = value.whole();
  if (!number) return 0;
  if (*number >= low && *number <= high) return static_cast<int>(*number);
  value.error("J506",
              fmt::format("\"{}\" is {}, expected a whole number from {} to {}", value.name(), *number, low, high));
  return 0;
}

std::vector<int> wholes(Fields& f, const std::string& name) {
  std::vector<int> out;
  if (const auto value = f.find(name)) {
    for (const Value& each : value->list()) {
      out.push_back(small_whole(each, -largest_loading, largest_loading));
    }
  }
  return out;
}

/// {"trait": loading, ...}
std::vector<TraitLoading> loadings(const std::optional<Value>& value, const std::vector<SimulatedTrait>& traits) {
  std::vector<TraitLoading> out;
  if (!value) return out;
  for (const auto& [name, loading] : value->members()) {
    const auto trait = find_id(loading, "trait", name, ids(traits));
    const int size = small_whole(loading, -largest_loading, largest_loading);
    if (trait) out.push_back({*trait, size});
  }
  return out;
}

NumericAnswer numeric(Fields f) {
  NumericAnswer out;
  out.low = whole(f, "low", -largest_loading, largest_loading);
  out.high = whole(f, "high", -largest_loading, largest_loading);
  out.centre = whole(f, "centre", -largest_loading, largest_loading);
  out.spread = whole(f, "spread", 0, largest_loading);
  out.step = whole(f, "step", 1, largest_loading);
  out.stepped = rate(f, "stepped");
  if (out.high < out.low) f.error("J506", "high", "\"high\" is below \"low\"");
  f.done();
  return out;
}

void check_choices(Fields& f, const SimulatedItem& item) {
  if (item.numeric) {
    if (!item.codes.empty()) f.error("J506", "codes", "an item has either \"codes\" or \"numeric\"");
    return;
  }
  if (item.codes.size() != item.thresholds.size() + 1) {
    f.error("J506", "codes",
            fmt::format("{} codes with {} thresholds, expected one code more than thresholds", item.codes.size(),
                        item.thresholds.size()));
  }
  if (!std::is_sorted(item.thresholds.begin(), item.thresholds.end())) {
    f.error("J506", "thresholds", "the thresholds do not rise");
  }
}

SimulatedItem item(Fields& f, const std::vector<SimulatedTrait>& traits, const std::vector<SimulatedItem>& earlier) {
  SimulatedItem out;
  out.id = f.text("id");
  out.from = loadings(f.need("from", "an object of traits and loadings"), traits);
  out.noise = whole(f, "noise", 0, largest_loading);
  out.thresholds = wholes(f, "thresholds");
  out.codes = wholes(f, "codes");
  if (auto n = f.object_if("numeric")) out.numeric = numeric(*n);
  if (auto aside = f.object_if("aside")) {
    const int code = whole(*aside, "code", -largest_loading, largest_loading);
    out.aside = {code, rate(*aside, "rate")};
    aside->done();
  }
  if (auto when = f.object_if("asked_when")) {
    const auto name = when->need("item", "the id of an item");
    const auto text = name ? name->text() : std::nullopt;
    const auto number = text ? find_id(*name, "item", *text, ids(earlier)) : std::nullopt;
    out.asked_when = {number.value_or(0), whole(*when, "code", -largest_loading, largest_loading)};
    when->done();
  }
  check_choices(f, out);
  f.done();
  return out;
}

/// {"rate": ..., NAME: [cells]}: both members or neither.
void cells(Fields& f, const std::string& name, const std::string& list, int& how_often,
           std::vector<std::string>& texts) {
  auto part = f.object_if(name);
  if (!part) return;
  how_often = rate(*part, "rate");
  texts = part->texts_if(list);
  if (texts.empty()) part->error("J506", list, fmt::format("\"{}\" must hold at least one text", list));
  part->done();
}

} // namespace

int whole(Fields& fields, const std::string& name, int low, int high) {
  const auto value = fields.need(name, fmt::format("a whole number from {} to {}", low, high));
  return value ? small_whole(*value, low, high) : 0;
}

int rate(Fields& fields, const std::string& name) { return whole(fields, name, 0, 10'000); }

std::vector<SimulatedTrait> simulated_traits(Fields& root, std::size_t age_bands) {
  std::vector<SimulatedTrait> out;
  for (Fields& f : root.objects("traits")) {
    SimulatedTrait trait;
    trait.id = f.text("id");
    trait.from = loadings(f.find("from"), out);
    trait.person = whole(f, "person", 0, largest_loading);
    trait.practice = f.integer_if("practice", 0, largest_loading).value_or(0);
    trait.area = f.integer_if("area", 0, largest_loading).value_or(0);
    trait.by_age = wholes(f, "by_age");
    if (!trait.by_age.empty() && trait.by_age.size() != age_bands) {
      f.error("J506", "by_age", fmt::format("{} shifts for {} age bands", trait.by_age.size(), age_bands));
    }
    f.done();
    out.push_back(std::move(trait));
  }
  return out;
}

std::vector<StandingOut> standing_out(Fields& root, const std::vector<SimulatedTrait>& traits) {
  std::vector<StandingOut> out;
  for (Fields& f : root.objects_if("standing_out")) {
    StandingOut area;
    area.area = static_cast<std::size_t>(whole(f, "area", 0, 65535));
    area.shift = loadings(f.need("shift", "an object of traits and shifts"), traits);
    f.done();
    out.push_back(std::move(area));
  }
  return out;
}

std::vector<SimulatedBlock> simulated_blocks(Fields& root, const std::vector<SimulatedTrait>& traits) {
  std::vector<SimulatedBlock> out;
  for (Fields& f : root.objects("questionnaires")) {
    SimulatedBlock block;
    block.instrument = f.text("instrument");
    block.skipped = rate(f, "skipped");
    block.missing = rate(f, "missing");
    cells(f, "not_applicable", "words", block.not_applicable, block.not_applicable_words);
    cells(f, "invalid", "cells", block.invalid, block.invalid_cells);
    for (Fields& each : f.objects("items")) {
      block.items.push_back(item(each, traits, block.items));
    }
    if (block.items.size() > most_items) {
      f.error("J506", "items", fmt::format("{} items, expected at most {}", block.items.size(), most_items));
    }
    f.done();
    out.push_back(std::move(block));
  }
  return out;
}

} // namespace joinedup
