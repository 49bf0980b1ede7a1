#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "compare/reviews.h"
#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Numbers of texts, equal where the texts are, among the items made together.
// What is not told counts as "".
struct ItemNames {
  std::uint32_t article = 0;
  std::uint32_t source = 0, metric = 0, manner = 0, side = 0, category = 0;  // in their order
};

// A claim with what comparing needs of it, worked out once.
struct Item {
  const Claim* claim = nullptr;
  ItemNames names;
  bool denied = false;
  std::string source;  // equal for the same source (OUTPUT.md)
  bool narrator = false, unnamed = false, party = false;
  std::optional<std::string> side;   // principal of the object
  bool side_told = false;            // by its own words, or those of the figure before it
  bool stock = false;                // of its metric: a state, not a happening
  std::vector<std::string> parties;  // principals that take part, sorted
  // Principals of all claims of its article, sorted; none of an article with very many.
  std::vector<std::string> around;
  std::optional<std::string> actor;  // principal of who did it
  std::optional<DayRange> when;      // as written, or carried over inside the article
  bool elsewhere =
      false;  // `when` is told in another sentence: of the event that the article reports
  bool carried = false;
  std::optional<DayRange> said;
  std::optional<Day> published;  // of the article
  std::string dateline;          // of the article: the town where it was written; empty: untold
  const Claim* whole = nullptr;  // of part_of
  std::uint64_t incident = 0;    // kinds of happening that its words name
  bool own_incident = false;     // its own sentence names them, not one before it
  bool local_organ = false;      // a governor's office, a mayor: it counts where it rules
  bool witness = false;   // a hospital, a resident; "our colleagues": counts no more than it saw
  bool foreign = false;   // "foreign victims": some of all
  bool group = false;     // "prisoners": if none of them died, others may have
  bool apart = false;     // "a second ambush": one of several
  std::string area;       // "rebel held": it counts where one side rules; empty: no word of it
  bool alone = false;     // "in the city itself": of its place and no more
  bool aside = false;     // "elsewhere": not where the claims around it are
  bool persists = false;  // "keeps to its figure", whatever others say
  bool broader = false;   // "not hit or destroyed": the narrower word of one absence is compared
  bool later = false;     // "by evening": newer than others of its article and day
  // Its place among the several that its event has for its metric, from 1; 0: the
  // event has one place, or the claim counts in no place of its own.
  std::uint16_t local = 0;
  std::uint16_t rank = 0;  // among the claims of its metric in its sentence
  // Counts beside it in its sentence, of one source and metric: "two officers
  // and four protesters were hurt". Each is a share of what was counted.
  std::vector<const Item*> beside;
  // Claims of one event with one number stand in copies of one passage; 0: in none.
  std::uint32_t copy = 0;
  std::uint32_t event = 0;
  std::uint32_t reviewed = 0;               // group of `reviews`; 0: nobody spoke of it
  const ReviewedEvents* reviews = nullptr;  // set where `reviewed` is
};

// Everybody who says one thing: claims of one metric, interval, source, object
// and event, earliest first.
struct Position {
  std::vector<const Item*> items;
  bool part = false;        // every claim is a stated part of a whole
  bool reviewed = false;    // people have spoken of some
  bool vague_part = false;  // a part with nothing of its own to tell it from its whole

  const Item& first() const { return *items.front(); }
  const Claim& claim() const { return *items.front()->claim; }
};

// It has a day of its own: none of its article, of another sentence or of a live entry.
inline bool Dated(const Item& item) {
  return item.when && !item.carried && !item.elsewhere;
}
// Those asserted or denied, by id.
std::vector<const Claim*> Comparable(const std::vector<Claim>& claims);
std::vector<Item> MakeItems(const std::vector<const Claim*>& claims,
                            const std::vector<Document>& documents, const Rulebook& rulebook,
                            unsigned threads = 1);
// Notes of which claims people have spoken; `items` point at `reviews`.
void MarkReviewed(const ReviewedEvents& reviews, std::vector<Item>* items);
// Sets Item::names but for the article; MakeItems sets all.
void NameItems(std::vector<Item>* items, unsigned threads);
std::vector<Position> MakePositions(const std::vector<const Item*>& items, unsigned threads = 1);

// It tells a place smaller than a country.
bool Narrow(const Claim& claim);
// Its own sentence names its place.
bool NamesPlace(const Claim& claim);
// What one who speaks is known by; "" for sources nobody can place.
std::string SourceKey(const Claim& claim);
bool InOneArticle(const Position& a, const Position& b);
// The first is said before the second: by days, or by order inside a day.
bool Before(const Item& a, const Item& b);

}  // namespace counterclaim
