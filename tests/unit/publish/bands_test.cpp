#include "publish/bands.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

TEST_CASE("bands are cut at the 95 and 99.8 per cent limits of the normal distribution") {
  CHECK_THAT(inner_limit(), WithinAbs(1.9599639845400545, 1e-12));
  CHECK_THAT(outer_limit(), WithinAbs(3.090232306167813, 1e-12));
  CHECK(band_of(0) == Band::as_expected);
  CHECK(band_of(1.9599) == Band::as_expected);
  CHECK(band_of(1.9600) == Band::better);
  CHECK(band_of(3.0902) == Band::better);
  CHECK(band_of(3.0903) == Band::much_better);
  CHECK(band_of(-1.9600) == Band::worse);
  CHECK(band_of(-3.0903) == Band::much_worse);
}

TEST_CASE("seven bands have somewhat better and worse between 90 and 95 per cent") {
  ComparisonOptions options;
  options.scheme = "seven";
  const BandLimits seven = band_limits(options);
  CHECK_THAT(seven.first, WithinAbs(1.6448536269514722, 1e-12));
  CHECK(band_of(1.6448, false, seven) == Band::as_expected);
  CHECK(band_of(1.6449, false, seven) == Band::somewhat_better);
  CHECK(band_of(-1.6449, false, seven) == Band::somewhat_worse);
  CHECK(band_of(-1.6449, true, seven) == Band::somewhat_better);
  CHECK(band_of(1.96, false, seven) == Band::better);
  CHECK(band_of(3.0903, false, seven) == Band::much_better);
  CHECK(words(Band::somewhat_worse) == "somewhat worse");
  CHECK(words(Band::somewhat_better, true) == "somewhat higher");
}

TEST_CASE("where low is good a low value is better") {
  CHECK(band_of(-2.5, true) == Band::better);
  CHECK(band_of(4, true) == Band::much_worse);
}

TEST_CASE("without a z there is no band") { CHECK(band_of(std::nan("")) == Band::none); }

TEST_CASE("intervals are the value less and plus quantiles of its error") {
  const Estimated e = with_limits(50, 2);
  CHECK_THAT(*e.lower, WithinAbs(46.080072030919891, 1e-9));
  CHECK_THAT(*e.upper, WithinAbs(53.919927969080109, 1e-9));
  CHECK_THAT(*e.lower99_8, WithinAbs(43.819535387664374, 1e-9));
  CHECK_THAT(*e.upper99_8, WithinAbs(56.180464612335626, 1e-9));
}

TEST_CASE("a value without an error has no interval") {
  const Estimated e = with_limits(50, std::nan(""));
  CHECK(e.value == 50.0);
  CHECK_FALSE(e.se);
  CHECK_FALSE(e.lower);
  CHECK_FALSE(with_limits(std::nan(""), 1).value);
}
