#include "compare/position.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/memory.h"
#include "base/parallel.h"

namespace counterclaim {
namespace {

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "A senior officer, Jane Doe" and "an officer, Doe": names are told by their last word.
std::string LastName(const std::string& text) {
  std::size_t end = text.size();
  while (end > 0 && !(static_cast<unsigned char>(text[end - 1]) >= 0x80 ||
                      std::isalnum(static_cast<unsigned char>(text[end - 1]))))
    --end;
  std::size_t begin = text.find_last_of(" \t\n", end == 0 ? 0 : end - 1);
  begin = begin == std::string::npos ? 0 : begin + 1;
  const bool name = begin > 0 && begin < end && text[begin] >= 'A' && text[begin] <= 'Z';
  std::string key = name ? text.substr(begin, end - begin) : text.substr(0, end);
  for (char& c : key) c = Lower(c);
  return key;
}

// "kenya-national-commission-on-human-rights" -> "knchr", as others call it; short ids as
// they are.
std::string Initials(const std::string& id) {
  constexpr std::size_t kFewest = 4, kSmallWord = 3;  // words; letters of "on", "and"
  std::string letters;
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t end = std::min(id.find('-', at), id.size());
    if (end - at > kSmallWord) letters += id[at];
    at = end + 1;
  }
  return letters.size() >= kFewest ? letters : id;
}

std::optional<std::string> Side(const std::optional<PartyId>& party) {
  if (!party) return std::nullopt;
  return Principal(*party).text;
}

int Distance(const Claim& a, const Claim& b) {
  return std::abs(static_cast<int>(a.quantity.span.begin) -
                  static_cast<int>(b.quantity.span.begin));
}

bool Share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& x) {
    return std::binary_search(b.begin(), b.end(), x);
  });
}

// A claim without a date has that of the nearest claim of its article about the
// same parties, where those tell of one time; counts of a state (missing, displaced) date
// themselves only.
void CarryDates(const std::vector<Item*>& article) {
  constexpr std::size_t kReach = 30;
  constexpr int kLongPast = 90;  // days
  for (std::size_t i = 0; i < article.size(); ++i) {
    Item* item = article[i];
    if (item->claim->when || item->stock) continue;
    const Item* best = nullptr;
    std::optional<DayRange> common;  // of all those
    bool one = true;
    const std::size_t end = std::min(article.size(), i + kReach);
    for (std::size_t j = i > kReach ? i - kReach : 0; j < end; ++j) {
      const Item* other = article[j];
      if (!other->claim->when || !Share(item->parties, other->parties) || other->stock) continue;
      const DayRange& days = other->claim->when->days;
      // "In 1992 we killed one" behind it: of a time long past.
      const auto& said = item->claim->said;
      if (other->claim->sentence.begin > item->claim->sentence.begin && said &&
          said->first - days.last > kLongPast)
        continue;
      if (!best || Distance(*item->claim, *other->claim) < Distance(*item->claim, *best->claim))
        best = other;
      one = one && (!common || common->Overlaps(days));
      common =
          common ? DayRange{std::max(common->first, days.first), std::min(common->last, days.last)}
                 : days;
    }
    if (best && one) {
      item->when = best->claim->when->days;
      item->carried = true;
    }
  }
}

bool Listed(const Item& a, const Item& b) {
  constexpr std::uint32_t kNear = 50;  // bytes between two counts of one list
  const Claim &p = *a.claim, &q = *b.claim;
  const Span first = std::min(p.quantity.span, q.quantity.span),
             second = std::max(p.quantity.span, q.quantity.span);
  if (second.begin > first.end + kNear) return false;
  const bool elsewhere = p.place && q.place && p.place->text != q.place->text;
  const bool other_days = p.when && q.when && p.when->days != q.when->days;
  return a.source == b.source && !a.whole && !b.whole && p.stance == q.stance && !elsewhere &&
         !other_days && q.quantity.hard.high != 0;
}

// The claims of one sentence and metric, numbered in their order; those that
// stand side by side know of each other.
void Rank(const std::vector<Item*>& article) {
  constexpr std::size_t kLongest = 8;
  std::map<std::tuple<bool, std::uint32_t, std::string_view>, std::vector<Item*>> lists;
  for (Item* item : article) {
    const Claim& claim = *item->claim;
    std::vector<Item*>& list = lists[{claim.in_title, claim.sentence.begin, claim.metric.text}];
    item->rank = static_cast<std::uint16_t>(list.size());
    list.push_back(item);
  }
  for (auto& [key, list] : lists) {
    if (list.size() < 2 || list.size() > kLongest) continue;
    for (Item* item : list)
      for (const Item* other : list)
        if (other != item && Listed(*item, *other)) item->beside.push_back(other);
  }
}

// "Not a single aircraft was hit or destroyed": one absence under two metrics.
void MarkBroader(const std::vector<Item*>& article, const Taxonomy& taxonomy) {
  std::map<std::pair<bool, std::uint32_t>, std::vector<Item*>> none;  // by where the count stands
  for (Item* item : article) {
    const Claim& claim = *item->claim;
    if (claim.quantity.hard.high == 0)
      none[{claim.in_title, claim.quantity.number.begin}].push_back(item);
  }
  for (auto& [at, items] : none) {
    for (Item* item : items) {
      const Metric* metric = taxonomy.FindMetric(item->claim->metric);
      item->broader = metric && std::any_of(items.begin(), items.end(), [&](const Item* other) {
                        const auto& narrower = metric->if_none;
                        return std::find(narrower.begin(), narrower.end(), other->claim->metric) !=
                               narrower.end();
                      });
    }
  }
}

// "80 American terrorists were killed, some 200 were hurt": Americans as well.
void TellSides(const std::vector<Item*>& article) {
  for (std::size_t i = 0; i < article.size(); ++i) {
    Item& item = *article[i];
    const auto& object = item.claim->object;
    item.side_told = item.side && !object.resolved;
    if (item.side_told || i == 0 || item.claim->object_text) continue;
    const Item& before = *article[i - 1];
    item.side_told = before.side_told && before.side == item.side &&
                     before.claim->sentence == item.claim->sentence &&
                     before.claim->object.category == object.category;
  }
}

// What happened: by the claim's own sentence, else by the nearest before it,
// else by the title, else by the first of the article that says.
void FindIncidents(const std::vector<Item*>& article, const Document* document,
                   const CompareRules& rules) {
  const IncidentWords* words = rules.IncidentsOf(article.front()->claim->lang);
  if (!words) return;
  std::uint64_t last = 0;
  if (document && document->title) last = words->Find(*document->title).kinds;
  const Claim* before = nullptr;
  const Item* previous = nullptr;
  for (Item* item : article) {
    const Source& source = item->claim->source;
    item->witness = !source.party && (words->IsWitness(source.text.value_or("")) ||
                                      words->IsWitness(source.body.value_or("")) ||
                                      words->AreOwn(item->claim->object_text.value_or("")));
    item->foreign = words->AreForeign(item->claim->object_text.value_or(""));
    item->group = words->AreGroup(item->claim->object_text.value_or(""));
    if (before && before->sentence == item->claim->sentence &&
        before->sentence_text == item->claim->sentence_text) {
      const Item* same = previous;
      item->incident = same->incident;
      item->own_incident = same->own_incident;
      item->apart = same->apart;
      item->aside = same->aside;  // one sentence is of one paragraph
      item->later = same->later;
      item->persists = same->persists;
      item->alone = same->alone;
      item->area = same->area;
      previous = item;
      continue;
    }
    before = item->claim;
    previous = item;
    const IncidentWords::Found found = words->Find(item->claim->sentence_text);
    item->own_incident = found.kinds != 0;
    item->apart = found.apart;
    item->aside = found.elsewhere || item->claim->aside;
    item->later = found.later;
    item->persists = found.persists;
    item->alone = found.alone;
    item->area = found.area;
    item->incident = item->own_incident ? found.kinds : last;
    if (item->own_incident) last = found.kinds;
  }
}

Item MakeItem(const Claim& claim, const Document* document, const Taxonomy& taxonomy) {
  Item item;
  item.claim = &claim;
  item.denied = claim.stance == Stance::kDenied;
  const Metric* metric = taxonomy.FindMetric(claim.metric);
  item.stock = metric && metric->stock;
  item.source = SourceKey(claim);
  item.narrator = claim.source.kind == SourceKind::kNarrator;
  item.unnamed = item.source.empty();
  item.party = claim.source.kind == SourceKind::kParty;
  if (claim.source.party) {
    const std::string& organ = claim.source.party->text;
    item.local_organ = taxonomy.local_organs.contains(organ.substr(organ.rfind('/') + 1));
  }
  item.side = Side(claim.object.party);
  // "there were no casualties": of anybody at the place, not of those who live there.
  const auto& category = claim.object.category;
  const bool anybody = !category || taxonomy.Everyone(*category);
  // "Not one militant fell": of a foe's, where the guess was the foe of who denies it.
  const bool foe =
      claim.source.party && item.side && Principal(*claim.source.party).text != *item.side;
  if (claim.quantity.hard.high == 0 && claim.object.resolved && (anybody || foe)) item.side.reset();
  std::set<std::string> parties;
  if (item.side) parties.insert(*item.side);
  if (claim.actor) item.actor = Side(claim.actor->party);
  if (item.actor) parties.insert(*item.actor);
  if (item.party)
    if (auto side = Side(claim.source.party)) parties.insert(*side);
  item.parties.assign(parties.begin(), parties.end());
  if (claim.when) item.when = claim.when->days;
  // Told in another sentence, or but the day of an entry of a live report: "08:20 Twelve
  // are dead".
  const auto& when = claim.when;
  item.elsewhere = when && (when->span ? !claim.sentence.Contains(*when->span)
                                       : !item.stock && claim.said_order && claim.said &&
                                             when->days == *claim.said);
  item.said = claim.said;
  if (document) item.published = document->date;
  if (document) item.dateline = document->dateline.value_or("");
  if (!item.said && item.published) item.said = DayRange{*item.published, *item.published};
  return item;
}

// What a claim has of the others of its article.
void WorkArticle(const Document* document, const Rulebook& rulebook, std::vector<Item*>* article) {
  std::sort(article->begin(), article->end(), [](const Item* a, const Item* b) {
    if (a->claim->in_title != b->claim->in_title) return b->claim->in_title;
    return a->claim->quantity.span.begin != b->claim->quantity.span.begin
               ? a->claim->quantity.span.begin < b->claim->quantity.span.begin
               : a->claim->id < b->claim->id;
  });
  CarryDates(*article);
  Rank(*article);
  std::set<std::string> around;
  for (const Item* item : *article) around.insert(item->parties.begin(), item->parties.end());
  // An article about more than these tells of no one fight.
  constexpr std::size_t kMostParties = 16;
  if (around.size() <= kMostParties)
    for (Item* item : *article) item->around.assign(around.begin(), around.end());
  TellSides(*article);
  MarkBroader(*article, rulebook.taxonomy);
  FindIncidents(*article, document, rulebook.compare);
}

// "Omar Khan" of one article is "the ministry's spokesman, Omar Khan" of another.
void KnowPersons(std::vector<Item>* items) {
  std::unordered_map<std::string_view, const std::string*> offices;  // null: several
  const auto person = [](const Item& item) -> std::string_view {
    const auto& known = item.claim->source.person;
    const bool full = known && known->id.text.find('-') != std::string::npos;
    return full ? std::string_view(known->id.text) : std::string_view();
  };
  for (const Item& item : *items) {
    const std::string_view id = person(item);
    if (id.empty() || !item.claim->source.party) continue;
    const auto [at, fresh] = offices.try_emplace(id, &item.source);
    if (!fresh && at->second && *at->second != item.source) at->second = nullptr;
  }
  for (Item& item : *items) {
    if (item.claim->source.party) continue;
    const auto at = offices.find(person(item));
    if (at != offices.end() && at->second) item.source = *at->second;
  }
}

}  // namespace

bool Narrow(const Claim& claim) {
  const auto& place = claim.place;
  return place && (place->town || (place->id && place->id->text.size() > 2));
}

bool NamesPlace(const Claim& claim) {
  const auto& place = claim.place;
  return place && place->span && claim.sentence.Contains(*place->span);
}

std::string SourceKey(const Claim& claim) {
  const Source& source = claim.source;
  if (source.kind == SourceKind::kUnnamed) return "";
  if (source.kind == SourceKind::kNarrator) return "~" + claim.outlet.value_or(claim.article.text);
  if (source.party) {
    const std::string id = Principal(*source.party).text;
    return source.kind == SourceKind::kThirdParty ? Initials(id) : id;
  }
  if (source.person) return "=" + LastName(source.person->name);
  if (source.body) return "=" + LastName(*source.body);
  if (source.text) return "=" + LastName(*source.text);
  return "";
}

std::vector<const Claim*> Comparable(const std::vector<Claim>& claims) {
  std::vector<const Claim*> sorted;
  for (const Claim& claim : claims) {
    if (claim.stance == Stance::kAsserted || claim.stance == Stance::kDenied)
      sorted.push_back(&claim);
  }
  const auto before = [](const Claim* a, const Claim* b) { return a->id < b->id; };
  if (!std::is_sorted(sorted.begin(), sorted.end(), before))
    std::sort(sorted.begin(), sorted.end(), before);
  return sorted;
}

std::vector<Item> MakeItems(const std::vector<const Claim*>& claims,
                            const std::vector<Document>& documents, const Rulebook& rulebook,
                            unsigned threads) {
  std::unordered_map<std::string_view, const Document*> by_id;
  for (const Document& document : documents) by_id[document.id.text] = &document;
  std::unordered_map<std::string_view, const Claim*> wholes;
  for (const Claim* claim : claims)
    if (claim->part_of) wholes[claim->part_of->text] = nullptr;
  for (const Claim* claim : claims) {
    const auto whole = wholes.empty() ? wholes.end() : wholes.find(claim->id.text);
    if (whole != wholes.end()) whole->second = claim;
  }
  std::vector<Item> items;
  items.reserve(claims.size());
  PreferLargePages(items.data(), claims.size() * sizeof(Item));
  items.resize(claims.size());
  ParallelFor(threads, claims.size(), [&](std::size_t i) {
    const auto document = by_id.find(claims[i]->article.text);
    items[i] = MakeItem(*claims[i], document == by_id.end() ? nullptr : document->second,
                        rulebook.taxonomy);
    if (!claims[i]->part_of) return;
    const Claim* whole = wholes.find(claims[i]->part_of->text)->second;
    if (whole != claims[i]) items[i].whole = whole;
  });
  KnowPersons(&items);
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::vector<std::vector<Item*>> articles;
  const ArticleId* last = nullptr;
  std::size_t number = 0;
  for (Item& item : items) {
    if (!last || *last != item.claim->article) {
      last = &item.claim->article;
      number = numbers.try_emplace(last->text, articles.size()).first->second;
      if (number == articles.size()) articles.emplace_back();
    }
    articles[number].push_back(&item);
    item.names.article = static_cast<std::uint32_t>(number);
  }
  ParallelFor(threads, articles.size(), [&](std::size_t i) {
    const auto document = by_id.find(articles[i].front()->claim->article.text);
    WorkArticle(document == by_id.end() ? nullptr : document->second, rulebook, &articles[i]);
  });
  NameItems(&items, threads);
  return items;
}

void MarkReviewed(const ReviewedEvents& reviews, std::vector<Item>* items) {
  if (reviews.empty()) return;
  for (Item& item : *items) {
    item.reviewed = reviews.Find(item.claim->id);
    if (item.reviewed) item.reviews = &reviews;
  }
}

}  // namespace counterclaim
