#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text_hash.h"
#include "compare/event_blocks.h"
#include "compare/events.h"

namespace counterclaim {
namespace {

constexpr std::size_t kMembers = 12;  // of an event, looked at when another claim asks to join
constexpr std::size_t kMostOpen = 10000;
constexpr double kTold = 1000;  // a person's word fits better than anything that is computed

// Claims that no verdict can tell apart.
struct Cell {
  std::vector<std::uint32_t> items;  // into the list of all items
  std::uint32_t event = 0;
  std::vector<std::uint64_t> blocks;  // in which claims of the same event stand
  std::size_t asked = 0;              // the first of them: where they are looked for
};

// A cell of an event.
struct Member {
  std::uint32_t cell = 0;
  Glance glance;
};

// What is looked at for most claims lies together: an event has one cell, mostly.
struct EventCells {
  std::uint32_t parent = 0;            // of events that turned out to be one
  std::uint32_t seen = 0, joined = 0;  // last cell, plus one: set beside it; one with it
  Member first;
  std::vector<Member> others;
};

int Width(const Item& item) {
  return Dated(item) ? item.when->last - item.when->first : 1 << 20;
}

// What tells cells apart.
TextHash KeyOf(const Item& item) {
  std::string key;
  const auto add = [&key](std::string_view text) { key.append(text).push_back('\n'); };
  const auto day = [&key](const std::optional<DayRange>& days) {
    key += days
               ? std::to_string(days->first.number) + "," + std::to_string(days->last.number) + "\n"
               : "-\n";
  };
  const Claim& claim = *item.claim;
  if (item.reviewed) add(claim.id.text);
  day(item.when);
  if (!item.when || item.carried || item.elsewhere) day(item.said);
  add(claim.metric.text);
  if (claim.place) {
    add(claim.place->id ? claim.place->id->text : "");
    add(claim.place->town.value_or(""));
    add(claim.place->text.value_or(""));
  }
  for (const std::string& party : item.parties) add(party);
  key += std::to_string(item.incident) + (item.carried ? "c" : "") + (item.elsewhere ? "e" : "") +
         (item.own_incident ? "o" : "");
  // What stands apart is compared inside its article only.
  if (item.apart || item.aside) add(claim.article.text);
  if (item.aside) key += "a";
  if (!claim.place) add(item.dateline);
  if (!claim.place)
    for (const std::string& party : item.around) add(party);
  if (claim.scope == Scope::kCumulative) key += "r";
  add(claim.lang);
  add(item.side.value_or(""));
  add(item.actor.value_or(""));
  if (claim.stance == Stance::kDenied) {
    add(item.source);
    key += "d" + std::to_string(claim.quantity.hard.low) + "," +
           std::to_string(claim.quantity.hard.high);
  }
  return TextHash(key);
}

// The events of each block.
class Blocks {
 public:
  // Newest first, until `visit` says no; `fetch` is told a few events before.
  template <typename Visit, typename Fetch>
  void Each(const Cell& cell, Visit visit, Fetch fetch) const {
    constexpr std::size_t kAhead = 6;
    for (std::size_t i = 0; i < cell.asked; ++i) {
      const auto at = blocks_.find(cell.blocks[i]);
      if (at == blocks_.end()) continue;
      const std::vector<std::uint32_t>& events = at->second;
      for (std::size_t left = events.size(); left > 0; --left) {
        if (left > kAhead) fetch(events[left - 1 - kAhead]);
        if (!visit(events[left - 1])) return;
      }
    }
  }
  // An event has few cells, so that it stands in a block only a few times.
  void Add(const Cell& cell) {
    for (const std::uint64_t key : cell.blocks) {
      std::vector<std::uint32_t>& events = blocks_[key];
      if (events.empty() || events.back() != cell.event) events.push_back(cell.event);
    }
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> blocks_;
};

class Grouper {
 public:
  Grouper(std::vector<Item>* items, const Rulebook& rulebook, const CompareOptions& options,
          std::vector<OpenPair>* open, LeftOut* left_out)
      : items_(items), rulebook_(rulebook), options_(options), open_(open), left_out_(left_out) {}

  std::uint32_t Run() {
    for (const Item& item : *items_)
      if (item.reviews) reviews_ = item.reviews;
    MakeCells();
    for (std::uint32_t cell = 0; cell < cells_.size(); ++cell) Place(cell);
    return Number();
  }

 private:
  const Item& First(std::uint32_t cell) const { return (*items_)[cells_[cell].items.front()]; }

  void MakeCells() {
    std::vector<TextHash> keys(items_->size());
    ParallelFor(options_.threads, keys.size(),
                [&](std::size_t i) { keys[i] = KeyOf((*items_)[i]); });
    std::unordered_map<TextHash, std::uint32_t, TextHash::Hash> by_key(keys.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
      const auto [at, fresh] =
          by_key.try_emplace(keys[i], static_cast<std::uint32_t>(cells_.size()));
      if (fresh) cells_.emplace_back();
      cells_[at->second].items.push_back(i);
    }
    ParallelFor(options_.threads, cells_.size(), [&](std::size_t i) {
      const Item& item = (*items_)[cells_[i].items.front()];
      cells_[i].blocks = BlockKeys(item, Told());
      // What is dated finds its event by its date.
      cells_[i].asked = cells_[i].blocks.size() - (Dated(item) ? TownKeys(item).size() : 0);
    });
    InOrder();
  }

  // Narrow dates first: wide and unknown ones then find what they may belong to.
  void InOrder() {
    std::vector<std::tuple<int, Day, std::uint32_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
      const std::uint32_t first = cells_[i].items.front();
      const Item& item = (*items_)[first];
      order.emplace_back(Width(item), Reach(item, Told()).first, first, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Cell> sorted;
    sorted.reserve(cells_.size());
    glances_.reserve(cells_.size());
    for (const auto& [width, day, first, i] : order) {
      sorted.push_back(std::move(cells_[i]));
      glances_.push_back(GlanceAt((*items_)[first], rulebook_.places));
    }
    cells_ = std::move(sorted);
  }

  // How well a claim fits the nearest claim of an event; negative: not at all.
  double Fit(std::uint32_t cell, const EventCells& event) {
    double best = FitMember(cell, event.first);
    for (const Member& member : event.others) best = std::max(best, FitMember(cell, member));
    return best;
  }

  double FitMember(std::uint32_t cell, const Member& member) {
    if (SurelyApart(member.glance, glances_[cell])) return -1;
    const Item &item = First(cell), &other = First(member.cell);
    const EventVerdict verdict = JudgeEvent(item, other, rulebook_);
    if (verdict.verdict == SameEvent::kDifferent) return -1;
    if (verdict.verdict == SameEvent::kUndetermined) {
      if (item.names.metric == other.names.metric)
        maybe_.push_back({&other, &item, verdict.ground});
      return -1;
    }
    double fit = verdict.ground[0] == 'p' && verdict.ground[1] == 'l' ? 4 : 1;
    if (item.when && other.when) {
      const int both = std::min(item.when->last, other.when->last) -
                       std::max(item.when->first, other.when->first) + 1;
      const int all = std::max(item.when->last, other.when->last) -
                      std::min(item.when->first, other.when->first) + 1;
      fit += 2.0 * std::max(0, both) / std::max(1, all);
    }
    if (item.names.article == other.names.article) fit += 1;
    if (item.names.metric == other.names.metric) fit += 0.25;
    return fit;
  }

  void Place(std::uint32_t cell) {
    const std::uint32_t mark = cell + 1;
    std::size_t looked = 0;
    std::vector<std::uint32_t> fitting;
    std::uint32_t chosen = 0;
    double best = -1;
    maybe_.clear();
    const std::uint32_t group = First(cell).reviewed;
    const auto told = by_group_.find(group);
    if (told != by_group_.end()) {
      chosen = told->second;
      best = kTold;
    }
    if (!options_.one_event) {
      const auto visit = [&](std::uint32_t event) {
        const std::uint32_t root = Root(event);
        if (events_[event].seen == mark || events_[root].joined == mark) return true;
        if (looked == options_.neighbours) {
          ++left_out_->events;
          return false;
        }
        ++looked;
        events_[event].seen = mark;
        const double fit = Allowed(group, root) ? Fit(cell, events_[event]) : -1;
        if (fit < 0) return true;
        fitting.push_back(event);
        events_[root].joined = mark;
        if (fit > best || (fit == best && event < chosen)) {
          best = fit;
          chosen = event;
        }
        return true;
      };
      blocks_.Each(cells_[cell], visit,
                   [this](std::uint32_t event) { __builtin_prefetch(&events_[event]); });
    } else if (!events_.empty()) {
      best = 0;
    }
    Settle(cell, best < 0 ? std::nullopt : std::optional(chosen), fitting);
  }

  // Puts a cell into the event that it fits best, else into one of its own; those
  // that fit as well are then one with it.
  void Settle(std::uint32_t cell, std::optional<std::uint32_t> chosen,
              const std::vector<std::uint32_t>& fitting) {
    const bool fresh = !chosen || events_[*chosen].others.size() + 1 >= kMembers;
    const std::uint32_t home = fresh ? static_cast<std::uint32_t>(events_.size()) : *chosen;
    if (fresh) {
      events_.emplace_back().parent = home;
      events_[home].first = {cell, glances_[cell]};
      groups_.emplace_back();
    } else {
      events_[home].others.push_back({cell, glances_[cell]});
    }
    if (const std::uint32_t group = First(cell).reviewed) {
      groups_[Root(home)].insert(group);
      by_group_.emplace(group, home);
    }
    if (chosen) Join(*chosen, home);
    for (const std::uint32_t event : fitting) Join(event, home);
    cells_[cell].event = home;
    blocks_.Add(cells_[cell]);
    for (const OpenPair& pair : maybe_) {
      if (open_->size() < kMostOpen)
        open_->push_back(pair);
      else
        ++left_out_->candidates;
    }
  }

  std::uint32_t Root(std::uint32_t event) {
    for (std::uint32_t up = events_[event].parent; up != event; up = events_[event].parent)
      event = events_[event].parent = events_[up].parent;
    return event;
  }

  // No person has kept the group from one of the event.
  bool Allowed(std::uint32_t group, std::uint32_t event) const {
    if (!group) return true;
    const ReviewedEvents& reviews = *reviews_;
    return std::none_of(groups_[event].begin(), groups_[event].end(),
                        [&](std::uint32_t other) { return reviews.Apart(group, other); });
  }

  void Join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t x = std::min(Root(a), Root(b)), y = std::max(Root(a), Root(b));
    if (x == y) return;
    const std::uint32_t larger = groups_[x].size() < groups_[y].size() ? y : x;
    for (const std::uint32_t group : groups_[larger == x ? y : x])
      if (!Allowed(group, larger)) return;
    events_[y].parent = x;
    if (larger == y) std::swap(groups_[x], groups_[y]);
    groups_[x].merge(groups_[y]);
  }

  int Told() const { return rulebook_.taxonomy.horizon.told_days; }

  // Numbers the events in the order of their first day and claim.
  std::uint32_t Number() {
    for (Cell& cell : cells_) cell.event = Root(cell.event);
    std::vector<std::uint32_t> first(events_.size(), 0);
    std::vector<bool> known(events_.size());
    const auto before = [this](std::uint32_t i, std::uint32_t j) {
      const Item &a = (*items_)[i], &b = (*items_)[j];
      const Day p = Reach(a, Told()).first, q = Reach(b, Told()).first;
      return p != q ? p < q : i < j;
    };
    for (const Cell& cell : cells_) {
      for (std::uint32_t i : cell.items) {
        if (!known[cell.event] || before(i, first[cell.event])) first[cell.event] = i;
        known[cell.event] = true;
      }
    }
    std::vector<std::uint32_t> order, number(events_.size());
    for (std::uint32_t i = 0; i < events_.size(); ++i)
      if (known[i]) order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t x, std::uint32_t y) { return before(first[x], first[y]); });
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
    for (const Cell& cell : cells_)
      for (std::uint32_t i : cell.items) (*items_)[i].event = number[cell.event];
    return static_cast<std::uint32_t>(order.size());
  }

  std::vector<Item>* items_;
  const Rulebook& rulebook_;
  const CompareOptions& options_;
  std::vector<OpenPair>* open_;
  LeftOut* left_out_;
  std::vector<Cell> cells_;
  std::vector<Glance> glances_;  // of the cells
  std::vector<EventCells> events_;
  std::vector<std::set<std::uint32_t>> groups_;                // of claims reviewed, in each event
  std::unordered_map<std::uint32_t, std::uint32_t> by_group_;  // where a group was put first
  const ReviewedEvents* reviews_ = nullptr;
  std::vector<OpenPair> maybe_;
  Blocks blocks_;
};

}  // namespace

std::uint32_t GroupEvents(std::vector<Item>* items, const Rulebook& rulebook,
                          const CompareOptions& options, std::vector<OpenPair>* open,
                          LeftOut* left_out) {
  return Grouper(items, rulebook, options, open, left_out).Run();
}

}  // namespace counterclaim
