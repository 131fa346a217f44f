// The records behind `joinedup methods`: declared in the public header, so that programs can list them too.
#pragma once

#include <joinedup/methods.hpp>
