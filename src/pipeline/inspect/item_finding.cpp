#include "pipeline/inspect/item_finding.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "exports/mangled.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::string cells(std::uint64_t n) { return with_thousands(n) + (n == 1 ? " cell" : " cells"); }

std::string counted(const std::map<std::string, std::uint64_t>& texts) {
  constexpr std::size_t few = 8;
  std::string out;
  std::size_t shown = 0;
  for (const auto& [text, n] : texts) {
    if (shown++ == few) return out + fmt::format(" and {} more", texts.size() - few);
    out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", text, with_thousands(n));
  }
  return out;
}

std::string shift_words(const std::vector<int>& shifts) {
  if (shifts.size() > 2) return fmt::format("{} to {}", shifts.front(), shifts.back());
  std::vector<std::string> out;
  for (const int shift : shifts)
    out.push_back(std::to_string(shift));
  return join(out, " or ");
}

void say_scale(ItemFinding& f) {
  const std::string found = f.scale.low == f.scale.high ? fmt::format("code {}", f.scale.low)
                                                        : fmt::format("codes {}-{}", f.scale.low, f.scale.high);
  if (f.scale.shifts.size() == 1) {
    f.remarks.push_back(
        fmt::format("{} where {} is expected: looks shifted by {}", found, runs_of(*f.item), f.scale.shifts.front()));
    f.recode = f.scale.recode(*f.item);
  } else if (f.scale.shifted()) {
    f.remarks.push_back(fmt::format("{} where {} is expected: looks shifted by {}, too few different answers to tell",
                                    found, runs_of(*f.item), shift_words(f.scale.shifts)));
  } else if (f.scale.wider) {
    f.remarks.push_back(
        fmt::format("{} where {} is expected: is the export on another scale?", found, runs_of(*f.item)));
  }
}

/// --missing NUMBER is for every item: where it is an answer of another (9 of a scale to 100), only a map can say it.
void say_missing_looks(ItemFinding& f, const std::vector<ItemFinding>& all) {
  for (const int number : f.scale.missing_looks) {
    const auto other = std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.item->accepts(number); });
    const std::string how =
        other == all.end() ? fmt::format("say so with --missing {}:REASON", number)
                           : fmt::format("say so under the item in \"missing\" of a map, since it is an answer of {}",
                                         other->item->id);
    f.remarks.push_back(fmt::format("{} is no answer: if it means a missing one, {}", number, how));
  }
}

/// Numbers outside that neither the scale nor a missing code explains: 3.5 or 1e9.
void say_outside(ItemFinding& f) {
  std::map<std::string, std::uint64_t> rest;
  for (const auto& [text, n] : f.answers.outside) {
    if (is_missing_mark(text)) {
      f.remarks.push_back(fmt::format("{} in {}: a program's mark for no value: say so with --missing {}:missing", text,
                                      cells(n), text));
      continue;
    }
    const auto number = parse_number(text);
    const bool whole = number && *number == std::floor(*number) && std::abs(*number) <= 32000;
    const auto& looks = f.scale.missing_looks;
    const bool said =
        whole && (f.scale.any() || std::find(looks.begin(), looks.end(), static_cast<int>(*number)) != looks.end());
    if (!said) rest[text] += n;
  }
  if (!rest.empty())
    f.remarks.push_back(fmt::format("{} outside, expected {}", counted(rest), expected_answers(*f.item)));
}

std::vector<int> codes_of(const Item& item) {
  std::vector<int> out;
  for (const ResponseOption& option : item.options)
    out.push_back(option.code);
  return out;
}

/// Marks are those of all items with the same codes: an answer that nobody gave to one item was given to another.
void say_marks(ItemFinding& f, const std::vector<ItemFinding>& all) {
  if (f.answers.marks.empty()) return;
  std::map<std::string, std::uint64_t> marks;
  for (const ItemFinding& other : all) {
    if (codes_of(*other.item) != codes_of(*f.item)) continue;
    for (const auto& [text, n] : other.answers.marks)
      marks[text] += n;
  }
  f.recode = recode_by_marks(*f.item, marks);
  std::vector<std::string> known, unknown;
  for (const auto& [text, n] : marks)
    (f.recode.contains(text) ? known : unknown).push_back(text);
  if (!known.empty())
    f.remarks.push_back(fmt::format("{} stand for codes, it seems: the file's own marks", join(known, ", ")));
  if (!unknown.empty())
    f.remarks.push_back(
        fmt::format("{}: no code of the questionnaire: \"missing\" of a map says what it means", join(unknown, ", ")));
}

/// Words of another coding that the definition knows need a choice, never a recode.
void take_other_coding(ItemFinding& f, const std::string& instrument) {
  std::map<std::string, std::string> choices;
  for (const auto& [word, choice] : f.item->elsewhere)
    choices[normal_label(word)] = choice;
  std::map<std::string, std::uint64_t> held; // by choice
  for (auto text = f.answers.texts.begin(); text != f.answers.texts.end();) {
    const auto choice = choices.find(normal_label(text->first));
    if (choice == choices.end()) {
      ++text;
      continue;
    }
    held[choice->second] += text->second;
    f.answers.other_texts -= std::min(f.answers.other_texts, text->second);
    text = f.answers.texts.erase(text);
  }
  for (const auto& [choice, n] : held)
    f.remarks.push_back(fmt::format("{} {} words of {}.{}: joinedup score --set {}.{} reads them", cells(n),
                                    n == 1 ? "holds" : "hold", instrument, choice, instrument, choice));
}

void say_texts(ItemFinding& f) {
  if (!f.answers.texts.empty())
    f.remarks.push_back(
        f.answers.texts.size() == 1
            ? std::string("a text that is no label of the definition: a map's recode gives it a code")
            : fmt::format("{} different texts that are no label of the definition: a map's recode gives "
                          "them codes",
                          f.answers.texts.size()));
  if (f.answers.not_shown > 0 && !f.answers.texts.empty())
    f.remarks.push_back(fmt::format("{} other {}, not shown: seen too seldom to be labels", f.answers.not_shown,
                                    f.answers.not_shown == 1 ? "text" : "texts"));
  if (f.answers.texts.empty() && f.answers.other_texts > 0)
    f.remarks.push_back(fmt::format("{} {} a text that is no label of the definition", cells(f.answers.other_texts),
                                    f.answers.other_texts == 1 ? "holds" : "hold"));
  if (f.answers.many) f.remarks.emplace_back("too many different texts for answers: is this the right column?");
}

void say_direction(ItemFinding& f) {
  if (!f.against_the_rest) return;
  f.remarks.emplace_back("its answers fall where those of the other items rise: is it coded in reverse?");
  if (!f.recode.empty()) return;
  for (const ResponseOption& option : f.item->options)
    f.recode[std::to_string(option.code)] = f.item->lowest() + f.item->highest() - option.code;
}

void say_labels(ItemFinding& f, const SurveyHeader& header) {
  for (const std::uint32_t c : f.columns) {
    if (c >= header.columns.size()) continue;
    const std::map<std::string, int> recode = recode_by_labels(*f.item, header.columns[c].labels);
    const bool other =
        std::any_of(recode.begin(), recode.end(), [](const auto& r) { return r.first != std::to_string(r.second); });
    if (!other || f.answers.labels > 0) continue;
    f.remarks.emplace_back("the file's own value labels give its codes another meaning than the questionnaire's");
    f.recode = recode;
    return;
  }
}

/// Items with the same codes together.
void forget_open_texts(std::vector<ItemFinding>& all) {
  std::map<std::vector<int>, std::vector<ItemAnswers*>> groups;
  for (ItemFinding& f : all)
    groups[codes_of(*f.item)].push_back(&f.answers);
  for (const auto& [codes, items] : groups)
    joinedup::forget_open_texts(std::span<ItemAnswers* const>(items));
}

void remark(ItemFinding& f, const std::vector<ItemFinding>& all, const SurveyHeader& header) {
  say_scale(f);
  say_missing_looks(f, all);
  say_outside(f);
  say_marks(f, all);
  say_texts(f);
  say_labels(f, header);
  say_direction(f);
}

} // namespace

std::vector<ItemFinding> item_findings(const MatchedLook& found, std::size_t a) {
  const AdministrationPlan& admin = found.look.plan.administrations[a];
  const Instrument& instrument = *found.matches[a].instrument;
  const std::vector<std::size_t> against = found.look.pairs[a].against_the_rest();
  std::vector<ItemFinding> out;
  for (std::size_t i = 0; i < admin.items.size(); ++i) {
    if (admin.items[i].columns.empty()) continue;
    ItemFinding f;
    f.item = &instrument.items[i];
    f.columns = admin.items[i].columns;
    if (admin.items[i].digit) f.digit = admin.items[i].digit->place;
    f.answers =
        f.digit ? found.look.digits[a].answers(i) : answers_of(admin.items[i], found.look.columns, found.look.taken);
    f.against_the_rest = std::find(against.begin(), against.end(), i) != against.end();
    take_other_coding(f, instrument.id);
    out.push_back(std::move(f));
  }
  forget_open_texts(out);
  for (ItemFinding& f : out)
    f.scale = scale_hint(*f.item, f.answers.numbers, f.answers.left_out);
  for (ItemFinding& f : out)
    remark(f, out, found.look.header);
  return out;
}

std::uint64_t explained_cells(const ItemFinding& item) {
  const ItemAnswers& a = item.answers;
  if (item.scale.shifts.size() == 1) { // the recode stands in place of the codes as they are
    std::uint64_t n = a.labels;
    for (const ResponseOption& option : item.item->options) {
      const auto found = a.numbers.find(option.code + item.scale.shifts.front());
      n += found == a.numbers.end() ? 0 : found->second;
    }
    return n;
  }
  std::uint64_t n = a.answers;
  for (const auto& [text, code] : item.recode) {
    if (const auto mark = a.marks.find(text); mark != a.marks.end()) n += mark->second;
  }
  if (!a.texts.empty() && a.not_shown == 0 && a.texts.size() <= item.item->options.size())
    n += a.other_texts; // a code for each
  return n;
}

std::string recode_text(const std::string& item, const std::map<std::string, int>& recode) {
  std::vector<std::pair<std::string, int>> cells_in_order(recode.begin(), recode.end());
  std::stable_sort(cells_in_order.begin(), cells_in_order.end(),
                   [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<std::string> parts;
  for (const auto& [cell, code] : cells_in_order)
    parts.push_back(fmt::format("\"{}\": {}", cell, code));
  return fmt::format("\"{}\": {{{}}}", item, join(parts, ", "));
}

std::map<std::string, int> recode_by_labels(const Item& item, const std::map<std::string, std::string>& labels) {
  std::map<std::string, int> out;
  std::size_t codes = 0;
  for (const auto& [cell, label] : labels) {
    for (const ResponseOption& option : item.options) {
      const bool same = std::any_of(option.labels.begin(), option.labels.end(),
                                    [&](const std::string& l) { return normal_label(l) == normal_label(label); });
      if (!same) continue;
      out[cell] = option.code;
      ++codes;
      break;
    }
  }
  return codes < item.options.size() ? std::map<std::string, int>{} : out;
}

std::map<std::string, int> recode_by_marks(const Item& item, const std::map<std::string, std::uint64_t>& marks) {
  std::map<std::string, int> out;
  std::string letters;
  for (const auto& [text, n] : marks) {
    const auto mark = answer_mark(text);
    if (!mark || (!letters.empty() && mark->first != letters)) return {};
    letters = mark->first;
    if (item.accepts(mark->second)) out[text] = mark->second;
  }
  return out;
}

} // namespace joinedup
