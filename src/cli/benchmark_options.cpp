#include "cli/benchmark_options.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array all_options{
    OptionSpec{"--study", 0, "STUDY.json", "everything the run needs; an option beats it and says so"},
    OptionSpec{"--index", 0, "PRESET|FILE.json", "index definition: a preset's name or a file"},
    OptionSpec{"--geography", 0, "ID", "names, regions and codes of the areas; without it codes are taken as found"},
    OptionSpec{"--strata", 0, "COL", "column of the sampling stratum"},
    OptionSpec{"--cluster", 0, "COL", "column of the cluster (such as the practice)"},
    OptionSpec{"--against", 0, "RUN",
               "results of an earlier release over the same people: what the two together would tell of few is hidden"},
    OptionSpec{"--target", 0, "KIND", "compare with england, areas, areas-fixed, VALUE, VALUE:SE or a table FILE.csv"},
};

} // namespace

std::span<const OptionSpec> benchmark_options() { return all_options; }

} // namespace joinedup
