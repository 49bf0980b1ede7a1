#include "compare/joint.h"

#include <algorithm>
#include <map>
#include <set>

namespace counterclaim {
namespace {

constexpr std::size_t kMostParts = 24;
constexpr double kNearlyAll = 0.9;   // parts that leave less than this out are meant to be all

const Quantity& Count(const Item* item) { return item->claim->quantity; }
std::int64_t Low(const Item* item) { return std::min<std::int64_t>(Count(item).hard.low, 1LL << 40); }

bool Apart(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  if (a.claim->metric != b.claim->metric) return true;
  if (a.side && b.side && *a.side != *b.side) return true;
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  return x && y && taxonomy.Exclude(*x, *y);
}

// Parts of one whole are apart unless their groups may overlap (children, civilians).
bool PartsApart(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  return !x || !y || x == y || Apart(a, b, taxonomy);
}

std::vector<const Item*> Keep(std::vector<const Item*> parts, const Taxonomy& taxonomy, bool (*apart)(const Item&, const Item&, const Taxonomy&)) {
  std::sort(parts.begin(), parts.end(), [](const Item* a, const Item* b) {
    return Low(a) != Low(b) ? Low(a) > Low(b) : a->claim->id < b->claim->id;
  });
  std::vector<const Item*> kept;
  for (const Item* part : parts) {
    if (kept.size() == kMostParts) break;
    if (std::all_of(kept.begin(), kept.end(), [&](const Item* k) { return apart(*k, *part, taxonomy); })) kept.push_back(part);
  }
  return kept;
}

std::int64_t Sum(const std::vector<const Item*>& parts) {
  std::int64_t sum = 0;
  for (const Item* part : parts) sum += Low(part);
  return sum;
}

bool AllExact(const std::vector<const Item*>& parts) {
  return std::all_of(parts.begin(), parts.end(), [](const Item* p) { return Count(p).hard.IsPoint(); });
}

void CheckParts(const Item* whole, const std::vector<const Item*>& parts, const Taxonomy& taxonomy, std::vector<JointConflict>* found) {
  const std::vector<const Item*> kept = Keep(parts, taxonomy, PartsApart);
  if (kept.size() < 2) return;
  const std::int64_t sum = Sum(kept);
  const Interval total = Count(whole).hard;
  const bool one_metric = std::all_of(kept.begin(), kept.end(), [whole](const Item* p) { return p->claim->metric == whole->claim->metric; });
  const bool short_sum = one_metric && total.IsPoint() && AllExact(kept) && sum < total.low &&
                         static_cast<double>(sum) >= kNearlyAll * static_cast<double>(total.low);
  if (sum <= total.high && !short_sum) return;
  JointConflict conflict{{whole}, true};
  conflict.items.insert(conflict.items.end(), kept.begin(), kept.end());
  found->push_back(std::move(conflict));
}

// Killed and wounded against casualties of one statement.
void CheckHarm(const std::vector<const Item*>& statement, const Taxonomy& taxonomy, std::vector<JointConflict>* found) {
  for (const Item* total : statement) {
    if (total->claim->metric.text != "casualties" || !Count(total).hard.IsPoint() || Count(total).hard.high == 0) continue;
    std::map<std::string, const Item*> parts;
    for (const Item* item : statement) {
      const std::string& metric = item->claim->metric.text;
      if ((metric == "killed" || metric == "wounded") && item->side == total->side && !item->whole) {
        const Item*& slot = parts[metric];
        if (!slot || Low(item) > Low(slot)) slot = item;
      }
    }
    if (parts.size() < 2) continue;
    const std::vector<const Item*> both = {parts["killed"], parts["wounded"]};
    if (AllExact(both) && Sum(both) != Count(total).hard.low) found->push_back({{total, both[0], both[1]}, true});
  }
  (void)taxonomy;
}

bool Covers(const Item& whole, const Item& part, const Taxonomy& taxonomy) {
  if (part.claim->metric != whole.claim->metric && !taxonomy.AtMost(part.claim->metric, whole.claim->metric)) return false;
  if (whole.side && whole.side != part.side) return false;
  const auto &w = whole.claim->object.category, &p = part.claim->object.category;
  if (w && p && taxonomy.Subset(*p, *w) != SubsetStrength::kHard) return false;
  if (w && !p && w->text != "person") return false;
  const auto &outer = whole.claim->when, &inner = part.claim->when;
  if (outer && inner && (inner->days.first < outer->days.first || inner->days.last > outer->days.last)) return false;
  return whole.event == part.event || whole.claim->scope == Scope::kCumulative;
}

bool JointlyApart(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  if (a.when && b.when && !a.when->Overlaps(*b.when)) return true;
  if (a.side && b.side && *a.side != *b.side) return true;
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  return x && y && taxonomy.Exclude(*x, *y);
}

}  // namespace

std::vector<JointConflict> FindSumErrors(const std::vector<Item>& items, const Taxonomy& taxonomy) {
  std::map<const Claim*, const Item*> by_claim;
  for (const Item& item : items) by_claim[item.claim] = &item;
  std::map<std::string, std::pair<const Item*, std::vector<const Item*>>> wholes;
  std::map<std::string, std::vector<const Item*>> statements;
  for (const Item& item : items) {
    if (item.claim->stance != Stance::kAsserted) continue;
    if (item.whole) {
      auto& [whole, parts] = wholes[item.whole->id.text];
      whole = by_claim[item.whole];
      if (item.claim->metric == item.whole->metric || taxonomy.AtMost(item.claim->metric, item.whole->metric)) parts.push_back(&item);
    }
    statements[item.claim->article.text + "\n" + item.source].push_back(&item);
  }
  std::vector<JointConflict> found;
  for (const auto& [id, whole] : wholes) if (whole.first) CheckParts(whole.first, whole.second, taxonomy, &found);
  for (const auto& [id, statement] : statements) CheckHarm(statement, taxonomy, &found);
  return found;
}

std::vector<JointConflict> FindJointConflicts(const std::vector<Item>& items, const Taxonomy& taxonomy) {
  constexpr std::size_t kMostWholes = 2000, kMostLooked = 2000;
  std::map<std::string, std::vector<const Item*>> by_event;
  std::vector<const Item*> wholes;
  for (const Item& item : items) {
    if (item.claim->stance != Stance::kAsserted || item.narrator) continue;
    const Interval hard = Count(&item).hard;
    if (hard.high != kNoLimit && hard.high > 0 && !hard.IsPoint() && !item.whole && wholes.size() < kMostWholes) wholes.push_back(&item);
    by_event[item.claim->metric.text].push_back(&item);
  }
  std::vector<JointConflict> found;
  for (const Item* whole : wholes) {
    std::vector<const Item*> parts;
    std::size_t looked = 0;
    for (const auto& [metric, list] : by_event) {
      for (const Item* part : list) {
        if (++looked > kMostLooked) break;
        const bool one_event = part->event == whole->event || (whole->side && part->side == whole->side);
        if (part != whole && one_event && !part->whole && Low(part) > 0 && Low(part) <= Count(whole).hard.high && Covers(*whole, *part, taxonomy)) {
          parts.push_back(part);
        }
      }
    }
    std::vector<const Item*> kept = Keep(parts, taxonomy, JointlyApart);
    const std::int64_t most = Count(whole).hard.high;
    while (kept.size() > 2 && Sum(kept) - Low(kept.back()) > most) kept.pop_back();
    if (kept.size() < 2 || Sum(kept) <= most) continue;
    JointConflict conflict{{whole}, false};
    conflict.items.insert(conflict.items.end(), kept.begin(), kept.end());
    found.push_back(std::move(conflict));
  }
  return found;
}

}  // namespace counterclaim
