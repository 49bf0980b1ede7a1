#include "compare/events.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/intervals.h"

namespace counterclaim {
namespace {

constexpr int kApart = 2;   // days that two articles tell further apart are hardly one
constexpr int kNarrow = 3;  // days within which two happenings of one kind are taken for one

bool Running(const Item& item) {
  return item.claim->scope == Scope::kCumulative;
}

std::vector<std::string> Shared(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

bool Share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& x) {
    return std::binary_search(b.begin(), b.end(), x);
  });
}

// "galwan" and "galwan-valley": the words of one stand in the other.
bool OneTown(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  const auto edge = [&b](std::size_t at) { return at >= b.size() || b[at] == '-'; };
  for (std::size_t at = b.find(a); at != std::string_view::npos; at = b.find(a, at + 1)) {
    if ((at == 0 || b[at - 1] == '-') && edge(at + a.size())) return true;
  }
  return false;
}

enum class Three : std::uint8_t { kYes, kNo, kUnknown };

Three SamePlace(const Claim& a, const Claim& b, const PlaceTable& places) {
  if (!a.place || !b.place) return Three::kUnknown;
  const Place &p = *a.place, &q = *b.place;
  if (p.id && q.id && !places.Within(*p.id, *q.id) && !places.Within(*q.id, *p.id))
    return Three::kNo;
  if (p.town && q.town && OneTown(*p.town, *q.town)) return Three::kYes;
  // A town of no table may be part of the other.
  if (p.town && q.town && p.id && q.id) return Three::kNo;
  // A country alone holds too much to tell two events apart.
  if (p.id && q.id && *p.id == *q.id) return p.id->text.size() > 2 ? Three::kYes : Three::kUnknown;
  if (!p.id && !q.id && p.text && q.text && *p.text == *q.text) return Three::kYes;
  return Three::kUnknown;
}

// An undated report is about what has just happened, or what its article dates.
Three Told(const Item& a, const Item& b, int told_days) {
  const Item& dated = Dated(a) || (a.when && !b.when) ? a : b;
  const Item& open = &dated == &a ? b : a;
  if (dated.when && (open.carried || open.elsewhere) && dated.when->Overlaps(*open.when))
    return Three::kYes;
  // An article that dates its event tells another one by another date.
  const bool apart = a.when && b.when && !a.carried && !b.carried && !a.when->Overlaps(*b.when);
  if (apart && a.names.article == b.names.article) return Three::kNo;
  const int days = apart ? std::max(a.when->first - b.when->last, b.when->first - a.when->last) : 0;
  // A day that is that of the statement may be of anything.
  const auto past = [](const Item& item) {
    return item.said && item.when->last < item.said->first;
  };
  if (days > told_days && past(a) && past(b)) return Three::kNo;
  if (days > kApart) return Three::kUnknown;
  // Both days are their articles': either may be of something else told there.
  if (apart && !Dated(a) && !Dated(b) && a.said && b.said)
    return std::abs(a.said->first - b.said->first) <= told_days ? Three::kYes : Three::kUnknown;
  if (dated.when && open.said) {
    if (open.said->last < dated.when->first) return Three::kNo;
    return open.said->first - dated.when->last <= told_days ? Three::kYes : Three::kUnknown;
  }
  if (!dated.when && a.said && b.said && std::abs(a.said->first - b.said->first) <= told_days)
    return Three::kYes;
  return Three::kUnknown;
}

Three SameTime(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  // A count of a state is dated by its statement, not by what brought it about.
  if (a.stock || b.stock) {
    const auto& x = a.when ? a.when : a.said;
    const auto& y = b.when ? b.when : b.said;
    if (!x || !y) return Three::kUnknown;
    return x->first - y->last <= taxonomy.horizon.told_days &&
                   y->first - x->last <= taxonomy.horizon.told_days
               ? Three::kYes
               : Three::kNo;
  }
  if (!Dated(a) || !Dated(b)) return Told(a, b, taxonomy.horizon.told_days);
  if (!a.when->Overlaps(*b.when)) return Three::kNo;
  if (Running(a) || Running(b))
    return std::abs(a.when->first - b.when->first) <= taxonomy.horizon.start_days ? Three::kYes
                                                                                  : Three::kNo;
  return Three::kYes;
}

bool Narrow(const Item& item) {
  return Dated(item) && item.when->last - item.when->first < kNarrow;
}

// Two sentences name kinds of happening that cannot be one.
bool OtherIncident(const Item& a, const Item& b, const CompareRules& rules) {
  if (!a.incident || !b.incident || !(a.own_incident || b.own_incident) ||
      a.claim->lang != b.claim->lang)
    return false;
  const IncidentWords* words = rules.IncidentsOf(a.claim->lang);
  return words && words->Conflict(a.incident, b.incident);
}

// What neither place nor day tells of: a group and its enemy, of whom both articles tell within
// days, and nobody else.
bool OneFight(const Item& a, const Item& b, const PartyTable& parties) {
  constexpr int kDays = 7;
  const auto all = [](const std::vector<std::string>& some, const std::vector<std::string>& of) {
    return std::includes(of.begin(), of.end(), some.begin(), some.end());
  };
  if (!a.said || !b.said || std::abs(a.said->first - b.said->first) > kDays) return false;
  const std::vector<std::string> both = Shared(a.around, b.around);
  const bool group = std::any_of(both.begin(), both.end(), [&](const std::string& party) {
    const Party* found = parties.Find(PartyId(party));
    return found && found->kind == PartyKind::kGroup;
  });
  return both.size() > 1 && group && all(a.parties, b.around) && all(b.parties, a.around);
}

// Two articles written in one town tell of one day, and of no other place.
bool OneDateline(const Item& a, const Item& b) {
  return !a.dateline.empty() && a.dateline == b.dateline && a.names.article != b.names.article &&
         a.when && b.when && *a.when == *b.when && a.when->last - a.when->first < kNarrow &&
         !a.claim->place && !b.claim->place && !(a.side && b.side) && !(a.actor && b.actor);
}

// At a place smaller than a country.
bool Placed(const Item& item) {
  const auto& place = item.claim->place;
  return place && place->id && place->id->text.size() > 2;
}

// The article comes to a happening that it names, with its place, behind a
// figure of which it has told neither.
bool Begins(const Item& next, const Item& before) {
  return next.own_incident && before.incident == 0 && !before.claim->place &&
         NamesPlace(*next.claim);
}

// A denial repeats the figure that it denies, whoever it names.
bool Answers(const Item& denial, const Item& other) {
  return denial.denied && other.claim->stance == Stance::kAsserted &&
         denial.names.metric == other.names.metric && denial.names.source != other.names.source &&
         SameFigure(denial.claim->quantity, other.claim->quantity);
}

EventVerdict Same(const char* ground, bool sure) {
  return {SameEvent::kSame, ground, sure};
}
EventVerdict Open(const char* missing) {
  return {SameEvent::kUndetermined, missing, false};
}
EventVerdict Different(const char* ground) {
  return {SameEvent::kDifferent, ground, false};
}

}  // namespace

bool OtherPlace(const Claim& a, const Claim& b, const PlaceTable& places) {
  const Place &p = *a.place, &q = *b.place;
  if (p.town && q.town) return !OneTown(*p.town, *q.town);
  return p.id && q.id && !places.Within(*p.id, *q.id) && !places.Within(*q.id, *p.id);
}

bool KeptApart(const Item& a, const Item& b) {
  return a.reviewed && b.reviewed && a.reviews->Apart(a.reviewed, b.reviewed);
}

Glance GlanceAt(const Item& item, const PlaceTable& places) {
  Glance glance;
  if (item.reviewed) return glance;
  glance.dated = Dated(item) && !item.stock;
  if (glance.dated) glance.days = *item.when;
  const auto& place = item.claim->place;
  // A denial may answer what is told of another place.
  const bool denied = item.denied;
  if (denied || !place || !place->id || places.regions.count(*place->id)) return glance;
  const std::string_view id = place->id->text;
  const auto hash = [](std::string_view text) {
    return std::max<std::uint32_t>(1, std::uint32_t(std::hash<std::string_view>{}(text)));
  };
  glance.country = hash(id.substr(0, id.find('-')));
  if (std::count(id.begin(), id.end(), '-') == 1) glance.province = hash(id);
  std::string_view town = place->town ? std::string_view(*place->town) : std::string_view();
  while (!town.empty()) {
    const std::size_t end = std::min(town.find('-'), town.size());
    glance.town |= 1ULL << (hash(town.substr(0, end)) & 63);
    town.remove_prefix(std::min(end + 1, town.size()));
  }
  return glance;
}

EventVerdict JudgeEvent(const Item& a, const Item& b, const Rulebook& rulebook) {
  if (a.reviewed && a.reviewed == b.reviewed) return Same("review", true);
  if (KeptApart(a, b)) return Different("review");
  const Three time = SameTime(a, b, rulebook.taxonomy);
  if (time == Three::kNo) return Different("date");
  if (Answers(a, b) || Answers(b, a)) return Same("figure", false);
  const Three place = SamePlace(*a.claim, *b.claim, rulebook.places);
  if (place == Three::kNo) return Different("place");
  // Who only speaks of an event need not take part in it, and one claim may
  // name who did what the other says was done to whom.
  const bool known = (a.side && b.side) || (a.actor && b.actor);
  const bool share = Share(a.parties, b.parties);
  if (known && !share && place != Three::kYes) return Different("parties");
  if (OtherIncident(a, b, rulebook.compare)) return Different("incident");
  if (a.aside != b.aside && a.names.article == b.names.article) return Different("place");
  if (a.names.article == b.names.article && (Begins(a, b) || Begins(b, a))) return Open("incident");
  const bool dated = Dated(a) && Dated(b);
  if (a.apart != b.apart && a.names.article != b.names.article && !(place == Three::kYes && dated))
    return Open("incident");
  if (time == Three::kUnknown)
    return place == Three::kYes && (share || !known) ? Same("place", false) : Open("date");
  const bool sure = dated && Narrow(a) && Narrow(b);
  if (place == Three::kYes) return Same("place", sure);
  // One tells where, the other neither where nor when.
  const bool placed = Placed(a);
  const bool near = a.said && b.said && std::abs(a.said->first - b.said->first) <= kNarrow;
  const bool again = !a.unnamed && a.names.source == b.names.source && a.side == b.side &&
                     a.names.metric == b.names.metric &&
                     (near || SameFigure(a.claim->quantity, b.claim->quantity));
  if (share && a.names.article != b.names.article && placed != Placed(b) &&
      !Dated(placed ? b : a) && !again && !OneFight(a, b, rulebook.parties))
    return Open("place");
  // Two names of places smaller than a country: one may lie in the other, or far from it.
  const auto narrow = [](const Claim& claim) { return Narrow(claim) && NamesPlace(claim); };
  if (narrow(*a.claim) && narrow(*b.claim)) return Open("place");
  if (share) {
    const MetricId &x = a.claim->metric, &y = b.claim->metric;
    const bool ordered = x == y || rulebook.taxonomy.AtMost(x, y) || rulebook.taxonomy.AtMost(y, x);
    if (dated || ordered || a.names.article == b.names.article) return Same("parties", sure);
    return Open("date");
  }
  if (!known && a.incident && (a.incident & b.incident) && Narrow(a) && Narrow(b))
    return Same("incident", false);
  // "since Thursday no more than 30 lives", "100 soldiers since Thursday"
  if (!known && a.names.article == b.names.article && dated && Running(a) && Running(b) &&
      *a.when == *b.when)
    return Same("stretch", false);
  if (OneDateline(a, b)) return Same("dateline", false);
  return Open(a.claim->place || b.claim->place ? "parties" : "place");
}

std::string ExplainEvent(const Item& a, const Item& b, const EventVerdict& verdict) {
  const std::string ground = verdict.ground;
  if (ground == "review")
    return (verdict.verdict == SameEvent::kSame ? "one event by review: "
                                                : "not one event by review: ") +
           a.reviews->Said(a.reviewed, b.reviewed);
  if (verdict.verdict == SameEvent::kDifferent)
    return fmt::format("not one event: other {}", verdict.ground);
  if (verdict.verdict == SameEvent::kUndetermined)
    return fmt::format("may be one event: {} unknown", verdict.ground);
  std::string line = "one event:";
  if (ground == "place" && a.claim->place && a.claim->place->text)
    line += " both at " + *a.claim->place->text;
  if (ground == "figure") line += " one figure, told and denied";
  if (ground == "stretch") line += " one stretch of time in one article";
  if (ground == "dateline") line += " both written in " + a.dateline;
  if (ground == "incident") line += " one kind of happening";
  if (ground == "parties") {
    line += " both name";
    for (const std::string& party : Shared(a.parties, b.parties)) line += " " + party;
  }
  if (Dated(a) && Dated(b))
    return line + fmt::format(", dated {} and {}", ToText(*a.when), ToText(*b.when));
  return line + ", told within 30 days";
}

}  // namespace counterclaim
