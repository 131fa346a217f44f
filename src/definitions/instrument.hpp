// JSON text -> Instrument, all faults at once with their positions.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages.
Outcome<Instrument> read_instrument(std::string_view text, const std::string& file);

/// What could be read of a faulty definition, for those who want the faults of its steps told as well; nothing where
/// its items have no codes. Nobody scores with it.
std::optional<Instrument> instrument_draft(std::string_view text, const std::string& file);

} // namespace joinedup
