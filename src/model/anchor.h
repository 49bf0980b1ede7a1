#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/span.h"
#include "model/id.h"

namespace counterclaim {

enum class Scope : std::uint8_t { kIncident, kDay, kOperation, kCumulative, kIncrement, kUnknown };

// When the counted thing happened: first and last possible day.
struct When {
  DayRange days;
  std::optional<std::string> text;  // the words it was read from: "last weekend"
  std::optional<Span> span;

  bool operator==(const When&) const = default;
};

// `id` is an ISO 3166 code, a country or a province of it; null for a place
// that is named but not in the table. `town` is a normalised name below that.
struct Place {
  std::optional<std::string> text;
  std::optional<PlaceId> id;
  std::optional<std::string> town;
  std::optional<Span> span;

  bool operator==(const Place&) const = default;
};

// Time, place and reach of one mention.
struct Anchor {
  std::optional<When> when;
  std::optional<Place> place;
  Scope scope = Scope::kUnknown;
  bool aside = false;              // "Elsewhere in the country ...": of another place than the rest
  std::optional<DayRange> said;    // where the text dates the statement
  std::vector<std::string> steps;  // for `explain`: date arithmetic and choices

  bool operator==(const Anchor&) const = default;
};

std::string ToText(Scope scope);  // incident
std::string ToText(const Anchor& anchor);

}  // namespace counterclaim
