// The shim is inline in include/shim.h; SwiftPM wants one source file in a C target.
#include "shim.h"
