// Who answered: response rates by area where a study says how many questionnaires were sent out.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Tables `response` (an area's respondents of the index over those asked, Wilson limits; areas whose index is hidden
/// are left out) and `response_correlation` (Pearson's r of rate and index over areas, Fisher's limits), and
/// `tipping_point` where areas have bands (see tipping.hpp). J692 where more answered than were asked, J693 for areas
/// that the run does not have.
extern const Analysis response_analysis;

} // namespace joinedup
