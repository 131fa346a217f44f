#include "estimate/indicator_sums.hpp"

#include "estimate/cell.hpp"
#include "estimate/cell_index.hpp"
#include "estimate/domain_sums.hpp"
#include "estimate/linearised.hpp"
#include "estimate/packed_numbers.hpp"
#include "estimate/sample_design.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace joinedup {

struct IndicatorSums::Impl {
  SumsDesign design;
  CellLayout layout;
  CellIndex index;
  std::vector<Cell> cells;
  std::vector<double> centred; ///< scores of the record at hand

  explicit Impl(SumsDesign d)
      : design(std::move(d)), layout(design.indicators.size(), design.index_indicators, !design.clusters),
        centred(design.indicators.size()) {}

  Cell& cell(const CellKey& key) {
    const std::size_t place = index.place(key);
    if (place == cells.size()) cells.emplace_back();
    return cells[place];
  }

  DomainEstimate describe(std::string code, const SampleDesign& sample, const DomainSums& domain,
                          const DomainSums& whole) const;
};

IndicatorSums::IndicatorSums(SumsDesign design) : impl_(std::make_unique<Impl>(std::move(design))) {}
IndicatorSums::IndicatorSums(IndicatorSums&&) noexcept = default;
IndicatorSums& IndicatorSums::operator=(IndicatorSums&&) noexcept = default;
IndicatorSums::~IndicatorSums() = default;

const SumsDesign& IndicatorSums::design() const { return impl_->design; }

void IndicatorSums::add(std::uint32_t area, std::uint32_t stratum, std::uint32_t cluster, double weight,
                        std::uint64_t count, std::span<const double> scores) {
  Impl& sums = *impl_;
  if (count == 0) return;
  for (std::size_t i = 0; i < sums.centred.size(); ++i)
    sums.centred[i] = scores[i] - sums.design.centres[i];
  const CellKey key{sums.design.strata ? stratum : 0, sums.design.clusters ? cluster : 0, area};
  sums.cell(key).add(sums.layout, weight, count, sums.centred);
}

void IndicatorSums::merge(const IndicatorSums& other) {
  const auto& keys = other.impl_->index.keys();
  for (std::size_t place = 0; place < keys.size(); ++place) {
    const CellKey key = keys[place];
    impl_->cell(key).merge(other.impl_->cells[place]);
  }
}

void IndicatorSums::each_cell(
    const std::function<void(std::uint32_t area, std::uint32_t stratum, const CellFigures& figures)>& see) const {
  const auto& keys = impl_->index.keys();
  for (std::size_t place = 0; place < keys.size(); ++place)
    see(keys[place].area, keys[place].stratum, impl_->cells[place].figures(impl_->layout));
}

void IndicatorSums::add_cell(std::uint32_t area, std::uint32_t stratum, const CellFigures& figures) {
  const CellKey key{impl_->design.strata ? stratum : 0, 0, area};
  impl_->cell(key).merge(Cell::of_figures(impl_->layout, figures));
}

void IndicatorSums::pack(Pack& pack, const PackedNumbers& numbers) {
  const auto pack_key = [&](CellKey& key) {
    pack_number(pack, key.stratum, numbers.stratum);
    pack_number(pack, key.cluster, numbers.cluster);
    pack_number(pack, key.area, numbers.area);
  };
  constexpr std::size_t least = 10; // a key, three counts and four lists
  const std::size_t cells = pack.length(impl_->cells.size(), least);
  if (pack.reading()) {
    for (std::size_t place = 0; place < cells && pack.ok(); ++place) {
      CellKey key;
      pack_key(key);
      if (impl_->index.place(key) != impl_->cells.size()) return pack.refuse();
      impl_->cells.emplace_back().pack(impl_->layout, pack);
    }
    return;
  }
  const auto number = [](std::uint32_t of_run, const std::vector<std::uint32_t>& of_file) {
    return of_file.empty() ? 0 : of_file[of_run];
  };
  const auto& keys = impl_->index.keys();
  const auto order_of = [&](std::size_t place) {
    const CellKey& key = keys[place];
    return std::tuple(number(key.stratum, numbers.stratum), number(key.cluster, numbers.cluster),
                      number(key.area, numbers.area));
  };
  std::vector<std::size_t> order(cells);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, order_of);
  for (const std::size_t place : order) {
    CellKey key = keys[place];
    pack_key(key);
    impl_->cells[place].pack(impl_->layout, pack);
  }
}

DomainEstimate IndicatorSums::Impl::describe(std::string code, const SampleDesign& sample, const DomainSums& domain,
                                             const DomainSums& whole) const {
  DomainEstimate out;
  out.code = std::move(code);
  out.n = domain.n_index;
  out.indicator_n = domain.n;
  out.weight = domain.weight;
  out.sd = domain.sd;
  out.kish_n = domain.kish_n;
  out.mean = domain.mean;
  for (std::size_t i = 0; i < out.mean.size(); ++i)
    out.mean[i] += design.centres[i];
  out.covariance = linearised_covariance(layout, sample, domain, domain);
  out.covariance_with_total = &domain == &whole ? out.covariance : linearised_covariance(layout, sample, domain, whole);
  return out;
}

Estimates IndicatorSums::estimate(const std::function<std::string(std::uint32_t)>& code_of,
                                  const std::function<std::string(const std::string&)>& region_of,
                                  const std::string& total_code, const DesignChoices& choices) const {
  const Impl& sums = *impl_;
  const auto& keys = sums.index.keys();
  std::map<std::string, std::vector<std::size_t>> areas, regions;
  for (std::size_t place = 0; place < keys.size(); ++place) {
    const std::string code = code_of(keys[place].area);
    const std::string region = region_of(code);
    areas[code].push_back(place);
    if (!region.empty()) regions[region].push_back(place);
  }
  const SampleDesign sample = sample_design(keys, sums.cells, sums.design.clusters, choices);
  const auto domain_of = [&](std::vector<std::size_t> places) {
    return domain_sums(sums.layout, sample, sums.cells, std::move(places));
  };
  std::vector<std::size_t> everywhere(keys.size());
  std::iota(everywhere.begin(), everywhere.end(), std::size_t{0});
  const DomainSums whole = domain_of(everywhere);

  Estimates out;
  out.indicators = sums.design.indicators;
  out.index_indicators = sums.design.index_indicators;
  for (const auto& [code, places] : areas)
    out.areas.push_back(sums.describe(code, sample, domain_of(places), whole));
  for (const auto& [code, places] : regions) {
    out.regions.push_back(sums.describe(code, sample, domain_of(places), whole));
  }
  out.total = sums.describe(total_code, sample, whole, whole);
  out.sampled = sample.rows;
  out.strata = sums.design.strata ? sample.stratum_units.size() : 0;
  out.clusters = sums.design.clusters ? sample.stratum_of.size() : 0;
  const std::uint64_t groups = std::max<std::uint64_t>(sample.weighted_strata, 1);
  out.design_df = sample.weighted_units > groups ? static_cast<double>(sample.weighted_units - groups) : 0;
  return out;
}

std::map<std::uint32_t, std::uint64_t> IndicatorSums::stratum_units() const {
  const SampleDesign sample = sample_design(impl_->index.keys(), impl_->cells, impl_->design.clusters, {});
  std::map<std::uint32_t, std::uint64_t> out;
  for (std::size_t h = 0; h < sample.strata.size(); ++h)
    out[sample.strata[h]] = sample.stratum_units[h];
  return out;
}

} // namespace joinedup
