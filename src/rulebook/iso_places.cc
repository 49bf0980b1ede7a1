#include "rulebook/iso_places.h"

namespace counterclaim {

namespace {
#include "iso_table.inc"
}  // namespace

std::span<const IsoCountry> IsoCountries() {
  return kIsoCountries;
}
std::span<const IsoProvince> IsoProvinces() {
  return kIsoProvinces;
}

}  // namespace counterclaim
