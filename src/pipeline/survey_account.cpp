#include "pipeline/survey_account.hpp"

#include "exports/repeated_records.hpp"
#include "pipeline/open_input.hpp"

namespace joinedup {

namespace {

void add(const Reconciliation& file, Reconciliation& all) {
  all.read += file.read;
  for (std::size_t k = 0; k < drop_reasons; ++k)
    all.dropped[k] += file.dropped[k];
  for (const auto& [code, n] : file.unknown_areas)
    all.unknown_areas[code] += n;
  for (const auto& [instrument, reasons] : file.no_answer)
    for (const auto& [reason, cells] : reasons)
      all.no_answer[instrument][reason] += cells;
}

/// J264 of a file whose names were kept, after those before it.
Diagnostics repeats_of(const FileReading& file, RecordMemory& memory) {
  memory.begin_file();
  Repeats repeats;
  for (std::size_t row = 0; row < file.names.size(); ++row)
    if (file.names[row] != 0) repeats.count(memory.meet(file.names[row]), row + 1);
  return say_repeats(repeats, file.info.name, file.by_name, file.drops);
}

} // namespace

SurveyAccount account_of(SurveyReading& reading, const BenchmarkSetup& setup) {
  SurveyAccount out;
  RecordMemory memory;
  for (const FileReading& file : reading.files) {
    out.said.merge(file.before);
    out.said.merge(repeats_of(file, memory));
    out.said.merge(file.after);
    add(file.reading, out.reconciliation);
    if (!file.info.name.empty()) out.inputs.push_back(file.info);
  }
  const AreaDictionary& areas = reading.names->areas;
  out.said.merge(repeated_inputs(out.inputs));
  out.said.merge(reading.names->by.check());
  out.said.merge(reading.names->answered.check());
  out.said.merge(placed_in_successors(areas, setup.geography()));
  out.reconciliation.unknown_areas =
      nameable_areas(out.reconciliation.unknown_areas, areas, setup.study.study.disclosure.minimum);
  reading.sums->tally.add_to(out.reconciliation);
  return out;
}

} // namespace joinedup
