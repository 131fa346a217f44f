// Standard streams and what is known of the terminal behind them; a test gives its own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct Console {
  std::function<void(std::string_view)> out; ///< standard output; throws OutputFault
  std::function<void(std::string_view)> err; ///< standard error; never throws
  bool out_is_terminal = false, err_is_terminal = false;
  std::size_t columns = 10000;                 ///< width of the terminal; without one nothing is cut
  std::size_t err_columns = 10000;             ///< of the one behind standard error
  bool no_color = false;                       ///< NO_COLOR is set
  std::vector<std::string> definition_folders; ///< of JOINEDUP_INSTRUMENTS
};

} // namespace joinedup
