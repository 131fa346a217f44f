// Health profiles of one group of people: levels, diversity and concentration.
// Devlin, Parkin, Janssen 2020, Methods for Analysing and Reporting EQ-5D Data (doi 10.1007/978-3-030-47622-9); density
// index: Zamora et al. 2018; Shannon 1948. Only complete profiles enter, also per dimension.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

/// Dimensions with equal numbers of levels. A state is the number of its profile in lexicographic order.
struct ProfileShape {
  std::size_t dimensions = 0, levels = 0;
  std::size_t states() const;
  /// From 0, the first dimension first.
  std::vector<std::size_t> digits(std::size_t state) const;
};

/// H' = -sum p log2 p with its largest value and J' = H' / largest; J' is NaN where the largest is 0.
struct Shannon {
  double h = 0, most = 0, j = 0;
};
/// `possible`: categories that could be met; 0 = as many as were observed.
Shannon shannon(const std::vector<std::uint64_t>& counts, double possible);

/// Point of the health state density curve: cumulative shares of people and of the distinct profiles observed.
struct DensityPoint {
  double people = 0, profiles = 0;
};

class ProfileCounts {
public:
  explicit ProfileCounts(ProfileShape shape) : shape_(shape), states_(shape.states()) {}
  void add(std::size_t state, std::uint64_t people = 1) { states_[state] += people; }
  void merge(const ProfileCounts& other);

  const ProfileShape& shape() const { return shape_; }
  std::uint64_t n() const;
  std::uint64_t distinct() const;                         ///< profiles observed
  std::vector<std::vector<std::uint64_t>> levels() const; ///< [dimension][level - 1]
  /// Level sum score -> people; levels count from 1.
  std::map<std::size_t, std::uint64_t> level_sums() const;
  /// Level frequency score, such as 21110 -> people.
  std::map<std::string, std::uint64_t> level_frequencies() const;
  /// Profiles from the most frequent to the rarest.
  std::vector<DensityPoint> density_curve() const;
  /// sum of f_i / N x (i/m + (i-1)/m): 1 when all profiles are equally frequent, towards 0 as one dominates. NaN for
  /// nobody.
  double density_index() const;
  Shannon shannon_profiles(bool observed_only) const;
  Shannon shannon_dimension(std::size_t dimension, bool observed_only) const;

private:
  std::vector<std::uint64_t> sorted() const;
  ProfileShape shape_;
  std::vector<std::uint64_t> states_;
};

} // namespace joinedup
