#include "rulebook/place_rules.h"

namespace counterclaim {

bool PlaceTable::Within(const PlaceId& inner, const PlaceId& outer) const {
  return inner == outer || inner.text.starts_with(outer.text + '-');
}

void LoadPlaces(const YamlFile&, PlaceTable*, std::vector<Language*>, std::vector<Diagnostic>*) {}

}  // namespace counterclaim
