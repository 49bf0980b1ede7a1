#pragma once
#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace counterclaim {

// A name used as a key. Ids of different things are different types, so that a
// party cannot be passed where a metric belongs. Never empty: what is unknown
// is std::nullopt.
template <typename Tag>
struct Id {
  std::string text;

  Id() = default;
  explicit Id(std::string name) : text(std::move(name)) {}
  bool operator==(const Id&) const = default;
  auto operator<=>(const Id&) const = default;
};

using ArticleId = Id<struct ArticleTag>;
using ClaimId = Id<struct ClaimTag>;
using MetricId = Id<struct MetricTag>;      // "killed", "post.captured"
using CategoryId = Id<struct CategoryTag>;  // "soldier"
using PartyId = Id<struct PartyTag>;        // principal, then organ: "afg/taliban"
using PersonId = Id<struct PersonTag>;      // "zabihullah-mujahid"
using PlaceId = Id<struct PlaceTag>;        // ISO 3166: "AF", "AF-KAN"
using RuleId = Id<struct RuleTag>;          // "languages/en/metrics/killed"
using EventId = Id<struct EventTag>;        // "e1"; only within one run

template <typename Tag>
std::string ToText(const Id<Tag>& id) {
  return id.text;
}

// "afg" of "afg/taliban": parties are compared by principal.
PartyId Principal(const PartyId& party);

}  // namespace counterclaim

template <typename Tag>
struct std::hash<counterclaim::Id<Tag>> {
  std::size_t operator()(const counterclaim::Id<Tag>& id) const {
    return std::hash<std::string>{}(id.text);
  }
};
