#include "names/names.h"

namespace counterclaim {

void FindNames(std::string_view, const Rulebook&, const Language&, TextLayer*) {}

}  // namespace counterclaim
