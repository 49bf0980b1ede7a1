#include "compare/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/parallel.h"
#include "compare/copies.h"
#include "compare/drafts.h"
#include "compare/events.h"
#include "compare/intervals.h"
#include "compare/joint.h"
#include "compare/pairs.h"
#include "compare/position.h"
#include "compare/relation.h"
#include "compare/report_finding.h"
#include "compare/reviews.h"

namespace counterclaim {
namespace {

void Repeats(const Position& position, Drafts* drafts) {
  const Item& first = position.first();
  if (first.unnamed || first.narrator || first.claim->quantity.hard.high == 0) return;
  std::vector<const Item*> again;
  for (const Item* item : position.items)
    if (item->names.article != first.names.article) again.push_back(item);
  if (!again.empty()) drafts->Add(Kind::kRepeat, first, std::move(again));
}

// Figures given as current after their own origin had published another.
void StaleFigures(const std::vector<Pair>& pairs, Drafts* drafts) {
  for (const Pair& pair : pairs) {
    const bool moved = pair.relation.kind == Kind::kUpdate ||
                       pair.relation.kind == Kind::kRevision ||
                       pair.relation.kind == Kind::kSelfContradiction;
    const bool levels = pair.a->first().local_organ != pair.b->first().local_organ;
    if (!moved || !OneSource(pair) || levels) continue;
    const bool ordered = Later(pair.a, pair.b) || Later(pair.b, pair.a);
    const bool a_newer = ordered
                             ? Later(pair.a, pair.b)
                             : Figure(pair.a->claim().quantity) > Figure(pair.b->claim().quantity);
    const Position& newer = a_newer ? *pair.a : *pair.b;
    const Position& older = a_newer ? *pair.b : *pair.a;
    std::vector<const Item*> stale;
    for (const Item* item : older.items) {
      const bool zero = item->claim->quantity.hard.high == 0 ||
                        newer.first().claim->quantity.hard.high == kNoLimit;
      if (!zero && item->said && newer.first().said && newer.first().said->last < item->said->first)
        stale.push_back(item);
    }
    if (!stale.empty()) drafts->Add(Kind::kStaleFigure, newer.first(), std::move(stale));
  }
}

Event MakeEvent(const EventId& id, const std::vector<Item*>& items) {
  Event event;
  event.id = id;
  std::set<std::string> parties;
  for (const Item* item : items) {
    const Claim& claim = *item->claim;
    event.claims.push_back(claim.id);
    parties.insert(item->parties.begin(), item->parties.end());
    if (claim.when && (!event.when || claim.when->days.last - claim.when->days.first <
                                          event.when->days.last - event.when->days.first))
      event.when = claim.when;
    if (claim.place && (!event.place || (!event.place->town && claim.place->town)))
      event.place = claim.place;
  }
  std::sort(event.claims.begin(), event.claims.end());
  for (const std::string& party : parties) event.parties.push_back(PartyId(party));
  return event;
}

// All that is found inside one event.
void OneEvent(const EventId& id, const std::vector<Item*>& items,
              const std::set<const Item*>& wrong, const Rulebook& rulebook,
              const CompareOptions& options, unsigned threads, Comparison* out) {
  out->events.push_back(MakeEvent(id, items));
  FindCopies(items, threads, &out->left_out.passages);
  MarkLocal(items, rulebook.places, rulebook.taxonomy.horizon.town_ratio);
  const std::vector<Position> positions =
      MakePositions(std::vector<const Item*>(items.begin(), items.end()), threads);
  std::vector<Pair> pairs = RelateAll(positions, rulebook, options, threads, out);
  MarkSlips(wrong, &pairs);
  ThinPairs(positions, rulebook.taxonomy, &pairs);
  Drafts drafts(positions, rulebook, threads);
  const std::vector<Pair> silence = FindSilence(positions, rulebook);
  const std::vector<const Item*> nobody;
  for (const Pair& pair : silence)
    drafts.Add(*pair.relation.kind, pair.a->items, pair.a == pair.b ? nobody : pair.b->items,
               pair.relation);
  for (const Position& position : positions) Repeats(position, &drafts);
  StaleFigures(pairs, &drafts);
  drafts.AddPairs(&pairs);
  for (Finding& finding : drafts.Make(options.findings_per_event, &out->left_out.findings)) {
    finding.event = id;
    out->findings.push_back(std::move(finding));
  }
}

void AddJoint(Kind kind, const std::vector<JointConflict>& conflicts, const Rulebook& rulebook,
              Comparison* out) {
  for (const JointConflict& conflict : conflicts) {
    const std::vector<const Item*> rest(conflict.items.begin() + 1, conflict.items.end());
    auto finding = MakeFinding(kind, {conflict.items[0]}, rest, {}, rulebook);
    if (!finding) continue;
    finding->event = EventId(fmt::format("e{}", conflict.items[0]->event + 1));
    out->findings.push_back(std::move(*finding));
  }
}

// A speaker inside an article; empty for whom nothing tells from others.
std::string SpeakerKey(const ArticleId& article, const Source& source) {
  if (source.party) return fmt::format("{} {}", article.text, Principal(*source.party).text);
  return source.person ? fmt::format("{} {}", article.text, source.person->id.text) : "";
}

// The denied claims whose denier has given a figure of his own: he contradicts by it.
std::set<ClaimId> Answered(const std::map<ClaimId, const Claim*>& claims,
                           const std::vector<Finding>& findings) {
  std::set<ClaimId> out;
  for (const Finding& finding : findings) {
    if (finding.kind != Kind::kContradiction && finding.kind != Kind::kTension) continue;
    std::set<std::string> speakers;
    for (const ClaimId& id : finding.claims)
      speakers.insert(SpeakerKey(claims.at(id)->article, claims.at(id)->source));
    speakers.erase("");
    for (const ClaimId& id : finding.claims)
      for (const Source& denier : claims.at(id)->denied_by)
        if (speakers.count(SpeakerKey(claims.at(id)->article, denier))) out.insert(id);
  }
  return out;
}

// "Mali's army … called", in the order of the article.
std::string WordsOf(const Source& denier) {
  const bool turned = denier.span && denier.cue_span && denier.cue_span->begin < denier.span->begin;
  const std::string text = denier.text.value_or(""), cue = denier.cue.value_or("");
  return turned ? cue + " … " + text : text + " … " + cue;
}

// Whom the article has somebody reject without a figure of his own.
void AddDenials(const std::vector<Item>& items, const Rulebook& rulebook, Comparison* out) {
  std::map<ClaimId, const Claim*> claims;
  for (const Item& item : items) claims.emplace(item.claim->id, item.claim);
  const std::set<ClaimId> answered = Answered(claims, out->findings);
  for (const Item& item : items) {
    if (item.claim->denied_by.empty() || answered.count(item.claim->id)) continue;
    std::vector<std::string> hints;
    for (const Source& denier : item.claim->denied_by)
      hints.push_back("rejection|" + WordsOf(denier));
    auto finding = MakeFinding(Kind::kDenial, {&item}, {}, {}, rulebook, hints);
    if (!finding) continue;
    finding->event = EventId(fmt::format("e{}", item.event + 1));
    out->findings.push_back(std::move(*finding));
  }
}

void AddCandidates(const std::vector<OpenPair>& open, const Rulebook& rulebook, Comparison* out) {
  for (const OpenPair& pair : open) {
    if (pair.a->event == pair.b->event) continue;
    const auto a = MakePositions({pair.a}), b = MakePositions({pair.b});
    const Relation relation = Relate(a[0], b[0], rulebook);
    if (relation.kind && relation.kind != Kind::kRefinement) {
      std::vector<ClaimId> ids = {pair.a->claim->id, pair.b->claim->id};
      std::sort(ids.begin(), ids.end());
      out->candidates.push_back({std::move(ids), *relation.kind, pair.missing});
    }
  }
  std::sort(out->candidates.begin(), out->candidates.end(),
            [](const Candidate& x, const Candidate& y) { return x.claims < y.claims; });
  out->candidates.erase(std::unique(out->candidates.begin(), out->candidates.end()),
                        out->candidates.end());
}

void Append(Comparison from, Comparison* to) {
  const auto move = [](auto& source, auto& target) {
    target.insert(target.end(), std::make_move_iterator(source.begin()),
                  std::make_move_iterator(source.end()));
  };
  move(from.findings, to->findings);
  move(from.not_comparable, to->not_comparable);
  move(from.events, to->events);
  move(from.candidates, to->candidates);
  to->not_comparable_left_out += from.not_comparable_left_out;
  to->left_out.candidates += from.left_out.candidates;
  to->left_out.pairs += from.left_out.pairs;
  to->left_out.findings += from.left_out.findings;
  to->left_out.passages += from.left_out.passages;
}

// Events that would keep one thread busy after all others are done come first,
// one after the other, each on all threads; then the others side by side, the
// greatest first. They are put together in their order.
void CompareEvents(const std::vector<std::vector<Item*>>& events,
                   const std::vector<JointConflict>& sums, const Rulebook& rulebook,
                   const CompareOptions& options, Comparison* out) {
  constexpr std::size_t kLarge = 500;  // claims
  std::size_t claims = 0;
  for (const auto& event : events) claims += event.size();
  const std::size_t greatest =
      std::max<std::size_t>(kLarge, claims / (2 * std::max<std::size_t>(1, options.threads)));
  std::vector<std::size_t> large, small;
  for (std::size_t i = 0; i < events.size(); ++i)
    (events[i].size() >= kLarge ? large : small).push_back(i);
  std::stable_sort(large.begin(), large.end(), [&events](std::size_t x, std::size_t y) {
    return events[x].size() > events[y].size();
  });
  std::set<const Item*> wrong;
  for (const JointConflict& sum : sums) wrong.insert(sum.items.begin(), sum.items.end());
  std::vector<Comparison> each(events.size());
  const auto compare = [&](std::size_t i, unsigned threads) {
    OneEvent(EventId(fmt::format("e{}", i + 1)), events[i], wrong, rulebook, options, threads,
             &each[i]);
  };
  std::size_t alone = 0;
  for (; alone < large.size() && events[large[alone]].size() > greatest; ++alone)
    compare(large[alone], options.threads);
  ParallelFor(
      options.threads, large.size() - alone, [&](std::size_t i) { compare(large[alone + i], 1); },
      1);
  ParallelFor(options.threads, small.size(), [&](std::size_t i) { compare(small[i], 1); });
  std::size_t findings = 0, apart = 0, candidates = 0;
  for (const Comparison& one : each) {
    findings += one.findings.size();
    apart += one.not_comparable.size();
    candidates += one.candidates.size();
  }
  out->findings.reserve(findings);
  out->not_comparable.reserve(apart);
  out->candidates.reserve(candidates);
  out->events.reserve(events.size());
  for (Comparison& one : each) Append(std::move(one), out);
}

bool InOrder(const Finding& x, const Finding& y) {
  if (x.severity != y.severity) return x.severity > y.severity;
  if (x.event != y.event)
    return x.event->text.size() != y.event->text.size()
               ? x.event->text.size() < y.event->text.size()
               : x.event < y.event;
  if (x.key != y.key) return x.key < y.key;
  return x.id != y.id ? x.id < y.id : x.claims < y.claims;
}

}  // namespace

std::vector<std::uint64_t> BlocksOf(const std::vector<Claim>& claims,
                                    const std::vector<Document>& documents,
                                    const Rulebook& rulebook) {
  std::vector<std::uint64_t> keys;
  for (const Item& item : MakeItems(Comparable(claims), documents, rulebook)) {
    const auto of_item = BlockKeys(item, rulebook.taxonomy.horizon.told_days);
    keys.insert(keys.end(), of_item.begin(), of_item.end());
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Comparison Compare(const std::vector<Claim>& claims, const std::vector<Document>& documents,
                   const Rulebook& rulebook, const CompareOptions& options) {
  std::vector<Item> items = MakeItems(Comparable(claims), documents, rulebook, options.threads);
  const ReviewedEvents reviews(options.reviews);
  MarkReviewed(reviews, &items);
  std::vector<OpenPair> open;
  Comparison out;
  std::vector<std::vector<Item*>> events(
      GroupEvents(&items, rulebook, options, &open, &out.left_out));
  for (Item& item : items) events[item.event].push_back(&item);
  const std::vector<JointConflict> sums = FindSumErrors(items, rulebook.taxonomy);
  CompareEvents(events, sums, rulebook, options, &out);
  AddJoint(Kind::kArithmeticError, sums, rulebook, &out);
  AddJoint(Kind::kJointContradiction,
           FindJointConflicts(items, rulebook.taxonomy, options.threads, &out.left_out.sums),
           rulebook, &out);
  AddDenials(items, rulebook, &out);
  AddCandidates(open, rulebook, &out);
  std::sort(out.findings.begin(), out.findings.end(), InOrder);
  return out;
}

namespace {

// The sides of `claims` as told: a guess divides them from no text that names no side.
std::vector<Claim> WithoutGuesses(std::vector<Claim> claims, const std::vector<Claim>& others) {
  const bool sides = std::any_of(others.begin(), others.end(),
                                 [](const Claim& c) { return c.object.party.has_value(); });
  if (sides) return claims;
  for (Claim& claim : claims)
    if (claim.object.resolved) claim.object.party.reset();
  return claims;
}

}  // namespace

std::optional<Finding> RelatePair(const std::vector<Claim>& a, const std::vector<Claim>& b,
                                  const Rulebook& rulebook) {
  std::vector<Claim> all = WithoutGuesses(a, b);
  const std::vector<Claim> rest = WithoutGuesses(b, a);
  all.insert(all.end(), rest.begin(), rest.end());
  CompareOptions options;
  options.one_event = true;
  const Comparison comparison = Compare(all, {}, rulebook, options);
  auto across = [&](const Finding& finding) {
    auto in = [&finding](const std::vector<Claim>& claims) {
      return std::any_of(claims.begin(), claims.end(), [&finding](const Claim& c) {
        return std::find(finding.claims.begin(), finding.claims.end(), c.id) !=
               finding.claims.end();
      });
    };
    return in(a) && in(b);
  };
  const auto lost = [&](const Finding& finding, const std::string& what) {
    const auto known = rulebook.compare.hints.find(what);
    const std::string& words = known == rulebook.compare.hints.end() ? what : known->second;
    return std::find(finding.hints.begin(), finding.hints.end(), words) != finding.hints.end();
  };
  for (Finding finding : comparison.findings) {
    if (!across(finding)) continue;
    // Of two texts neither is known to be the copy: nothing was lost on a way.
    if (finding.kind == Kind::kMutation && lost(finding, "source-dropped")) {
      finding.kind = Kind::kRepeat;
      finding.why = "one figure, told once with its source and once without";
    } else if (finding.kind == Kind::kMutation && lost(finding, "bound-dropped")) {
      finding.kind = Kind::kRefinement;
      finding.why = "one figure, told once with its bound and once without";
    }
    return finding;
  }
  return std::nullopt;
}

}  // namespace counterclaim
