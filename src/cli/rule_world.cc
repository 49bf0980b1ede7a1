#include "cli/rule_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "assemble/stake.h"
#include "base/diagnostic.h"
#include "quantity/quantity.h"
#include "text/language.h"
#include "text/text.h"

namespace counterclaim {

namespace {

// "2025-10-11" or "2025-10-11..2025-10-13".
std::optional<DayRange> ReadDays(const std::string& text) {
  const std::size_t dots = text.find("..");
  const auto first = ParseIsoDay(text.substr(0, dots));
  const auto last = dots == text.npos ? first : ParseIsoDay(text.substr(dots + 2));
  if (!first || !last || *last < *first) return std::nullopt;
  return DayRange{*first, *last};
}

std::optional<std::uint32_t> ReadIndex(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> Texts(const YamlNode& node) {
  if (node.type == YamlNode::Type::kScalar) return {node.scalar};
  std::vector<std::string> texts;
  for (const YamlNode& item : node.list) texts.push_back(item.scalar);
  return texts;
}

class WorldReader {
 public:
  WorldReader(const Rulebook& rulebook, World* world) : rulebook_(rulebook), world_(world) {}

  std::string Read(const YamlNode& node) {
    if (node.list.size() < 2) return "a world has two claims or more";
    for (const YamlNode& item : node.list) {
      if (std::string problem = ReadClaim(item); !problem.empty()) return problem;
    }
    for (Claim& claim : world_->claims) {
      claim.stake = StakeOf(claim, rulebook_);
      if (!claim.part_of) continue;
      const auto whole = ReadIndex(claim.part_of->text);
      if (!whole || *whole == 0 || *whole > world_->claims.size())
        return "`part-of` is the number of a claim of this world, from 1";
      claim.part_of = world_->claims[*whole - 1].id;
    }
    return "";
  }

 private:
  std::string ReadClaim(const YamlNode& node) {
    const std::size_t number = world_->claims.size() + 1;
    Claim& claim = world_->claims.emplace_back();
    claim.article = ArticleId(fmt::format("a{}", number));
    claim.metric = MetricId("killed");
    claim.strength = Strength::kStated;
    claim.scope = Scope::kIncident;
    neutral_ = false;
    const YamlNode* convention = node.Find("convention");
    claim.convention = convention != nullptr ? convention->scalar : "cautious";
    // Claims of one article stand in an order and in sentences of their own.
    claim.span = claim.sentence = {static_cast<std::uint32_t>(number * 1000),
                                   static_cast<std::uint32_t>(number * 1000 + 900)};
    for (const auto& [key, value] : node.map) {
      const auto reader = Readers().find(key.scalar);
      if (reader == Readers().end()) {
        std::vector<std::string> known;
        for (const auto& [name, unused] : Readers()) known.push_back(name);
        const std::string near = NearestWord(key.scalar, known);
        return "unknown key `" + key.scalar + "` of a claim" +
               (near.empty() ? "" : ", did you mean `" + near + "`?");
      }
      if (!(this->*reader->second)(value, &claim))
        return fmt::format("`{}: {}` cannot be read", key.scalar, value.scalar);
    }
    if (neutral_) claim.source.kind = SourceKind::kThirdParty;
    if (claim.quantity_text.empty()) return "a claim needs a `count`";
    claim.id = ClaimId(fmt::format("{}:{}:{}", claim.article.text, number, claim.metric.text));
    claim.outlet = claim.article.text;
    AddArticle(claim);
    return "";
  }

  void AddArticle(const Claim& claim) {
    auto& articles = world_->articles;
    const auto found = std::find_if(articles.begin(), articles.end(), [&](const Document& article) {
      return article.id == claim.article;
    });
    Document& article = found == articles.end() ? articles.emplace_back() : *found;
    article.id = claim.article;
    article.path = claim.article.text;
    article.source = claim.outlet;
    if (claim.said && claim.said->first == claim.said->last) article.date = claim.said->first;
  }

  // The words of the count are read as in an article.
  bool Count(const YamlNode& node, Claim* claim) {
    const std::string text = node.scalar + " people.";
    const Language* language = GuessLanguage(text, rulebook_);
    if (language == nullptr) return false;
    claim->lang = language->tag;
    const TextLayer layer = ReadText(text, *language, true);
    const auto found = FindQuantities(text, layer, rulebook_, *language, claim->convention);
    if (found.size() != 1 || found[0].kind != NumberKind::kCount) return false;
    claim->quantity = found[0];
    claim->quantity_text = node.scalar;
    const Span sentence = claim->sentence;
    claim->quantity.span = {sentence.begin + 1, sentence.begin + 2};
    claim->quantity.number = claim->quantity.span;
    return true;
  }
  bool Convention(const YamlNode& node, Claim*) {
    const auto& all = rulebook_.taxonomy.conventions;
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& convention) { return convention.id == node.scalar; });
  }
  bool Metric(const YamlNode& node, Claim* claim) {
    claim->metric = MetricId(node.scalar);
    return rulebook_.taxonomy.FindMetric(claim->metric) != nullptr;
  }
  bool Category(const YamlNode& node, Claim* claim) {
    claim->object.category = CategoryId(node.scalar);
    return rulebook_.taxonomy.FindCategory(*claim->object.category) != nullptr;
  }
  bool Known(const std::string& party) const {
    return rulebook_.parties.Find(PartyId(party)) != nullptr;
  }
  bool Side(const YamlNode& node, Claim* claim) {
    claim->object.party = PartyId(node.scalar);
    return Known(node.scalar);
  }
  bool Union(const YamlNode& node, Claim* claim) {
    for (const std::string& party : Texts(node)) claim->object.union_with.emplace_back(party);
    return std::all_of(claim->object.union_with.begin(), claim->object.union_with.end(),
                       [&](const PartyId& party) { return Known(party.text); });
  }
  bool Actor(const YamlNode& node, Claim* claim) {
    claim->actor.emplace().party = PartyId(node.scalar);
    return Known(node.scalar);
  }
  bool Object(const YamlNode& node, Claim* claim) {
    claim->object_text = node.scalar;
    return true;
  }
  Source SourceOf(const std::string& name) const {
    Source source;
    if (name == ToText(SourceKind::kNarrator)) return source;
    source.kind =
        name == ToText(SourceKind::kUnnamed) ? SourceKind::kUnnamed : SourceKind::kThirdParty;
    if (source.kind == SourceKind::kUnnamed) return source;
    if (Known(name)) {
      source.party = PartyId(name);
      if (rulebook_.parties.TakesSides(*source.party)) source.kind = SourceKind::kParty;
    } else {
      source.text = name;
    }
    return source;
  }
  bool From(const YamlNode& node, Claim* claim) {
    claim->source = SourceOf(node.scalar);
    return true;
  }
  // A party that counts the victims of others, as the police of a state do.
  bool Neutral(const YamlNode& node, Claim*) {
    neutral_ = node.scalar == "true";
    return neutral_ || node.scalar == "false";
  }
  bool Chain(const YamlNode& node, Claim* claim) {
    for (const std::string& name : Texts(node)) claim->chain.push_back(SourceOf(name));
    return true;
  }
  bool Denied(const YamlNode& node, Claim* claim) {
    if (node.scalar == "true") claim->stance = Stance::kDenied;
    return node.scalar == "true" || node.scalar == "false";
  }
  bool RejectedBy(const YamlNode& node, Claim* claim) {
    for (const std::string& name : Texts(node)) claim->denied_by.push_back(SourceOf(name));
    return true;
  }
  bool Happened(const YamlNode& node, Claim* claim) {
    const auto days = ReadDays(node.scalar);
    if (days) claim->when = When{*days, std::nullopt, std::nullopt};
    return days.has_value();
  }
  bool Said(const YamlNode& node, Claim* claim) {
    claim->said = ReadDays(node.scalar);
    return claim->said.has_value();
  }
  bool Order(const YamlNode& node, Claim* claim) {
    claim->said_order = ReadIndex(node.scalar);
    return claim->said_order.has_value();
  }
  bool At(const YamlNode& node, Claim* claim) {
    const PlaceId id(node.scalar);
    claim->place.emplace().text = node.scalar;
    if (rulebook_.places.entries.count(id) > 0)
      claim->place->id = id;
    else
      claim->place->town = node.scalar;
    return true;
  }
  bool ReadScope(const YamlNode& node, Claim* claim) {
    for (const Scope scope : {Scope::kIncident, Scope::kDay, Scope::kOperation, Scope::kCumulative,
                              Scope::kIncrement, Scope::kUnknown}) {
      claim->scope = scope;
      if (ToText(scope) == node.scalar) return true;
    }
    return false;
  }
  bool Part(const YamlNode& node, Claim* claim) {
    claim->part_of = ClaimId(node.scalar);
    return true;
  }
  bool Article(const YamlNode& node, Claim* claim) {
    claim->article = ArticleId(node.scalar);
    return !node.scalar.empty();
  }
  bool Sentence(const YamlNode& node, Claim* claim) {
    claim->sentence_text = node.scalar;
    return true;
  }

  using Reader = bool (WorldReader::*)(const YamlNode&, Claim*);
  static const std::map<std::string, Reader>& Readers() {
    static const std::map<std::string, Reader> readers = {
        {"count", &WorldReader::Count},
        {"metric", &WorldReader::Metric},
        {"category", &WorldReader::Category},
        {"side", &WorldReader::Side},
        {"union", &WorldReader::Union},
        {"actor", &WorldReader::Actor},
        {"object", &WorldReader::Object},
        {"source", &WorldReader::From},
        {"neutral", &WorldReader::Neutral},
        {"chain", &WorldReader::Chain},
        {"denied", &WorldReader::Denied},
        {"when", &WorldReader::Happened},
        {"said", &WorldReader::Said},
        {"order", &WorldReader::Order},
        {"place", &WorldReader::At},
        {"scope", &WorldReader::ReadScope},
        {"part-of", &WorldReader::Part},
        {"article", &WorldReader::Article},
        {"sentence", &WorldReader::Sentence},
        {"convention", &WorldReader::Convention},
        {"rejected-by", &WorldReader::RejectedBy},
    };
    return readers;
  }

  const Rulebook& rulebook_;
  World* world_;
  bool neutral_ = false;  // of the claim that is being read
};

}  // namespace

std::string ReadWorld(const YamlNode& node, const Rulebook& rulebook, World* world) {
  return WorldReader(rulebook, world).Read(node);
}

}  // namespace counterclaim
