#include "rulebook/party_rules.h"

#include <algorithm>
#include <bit>

#include "rulebook/iso_places.h"
#include "rulebook/rulebook.h"
#include "rulebook/word_hash.h"

namespace counterclaim {

namespace {

const std::vector<std::pair<std::string, PartyKind>>& Kinds() {
  static const std::vector<std::pair<std::string, PartyKind>> kinds = {
      {"state", PartyKind::kState},
      {"group", PartyKind::kGroup},
      {"alliance", PartyKind::kAlliance},
      {"organ", PartyKind::kOrgan},
      {"third_party", PartyKind::kThirdParty},
      {"outlet", PartyKind::kOutlet}};
  return kinds;
}

std::optional<PartyKind> ReadKind(YamlReader* reader) {
  std::vector<std::string> known;
  for (const auto& [name, kind] : Kinds()) known.push_back(name);
  const auto text = reader->OneOf("kind", known);
  if (!text) return std::nullopt;
  return std::find_if(Kinds().begin(), Kinds().end(),
                      [&](const auto& each) { return each.first == *text; })
      ->second;
}

// "Zabihullah Mujahid" -> "zabihullah-mujahid".
std::string KebabCase(std::string_view name) {
  std::string id;
  for (const char c : Vocabulary::Fold(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += c;
    } else if (c != '\'' && !id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.ends_with('-')) id.pop_back();
  return id;
}

bool IsPartyId(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string_view::npos;
}

std::string LastWord(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? "" : std::string(name.substr(space + 1));
}

class PartyLoader {
 public:
  PartyLoader(const YamlFile& file, PartyTable* table, std::vector<Language*> languages,
              std::vector<Diagnostic>* problems)
      : file_(file), table_(table), languages_(std::move(languages)), problems_(problems) {}

  void Run() {
    YamlReader reader(file_, file_.root, problems_);
    default_kind_ = ReadKind(&reader);
    for (const YamlReader& each : reader.Maps("parties")) ReadParty(each, "");
    reader.Finish();
  }

 private:
  void ReadParty(YamlReader reader, const std::string& principal) {
    Party party;
    party.id = PartyId(reader.RequiredString("id"));
    if (party.id.text.empty()) return;
    const YamlNode& id_node = *reader.Node("id");
    if (!IsPartyId(party.id.text)) {
      reader.Problem("R041", id_node,
                     "a party's id is small letters, digits, hyphens and one slash");
    }
    if (!principal.empty()) party.id.text = principal + '/' + party.id.text;
    const Party* known = Known(party.id);
    const bool organ = party.id.text.find('/') != std::string::npos;
    const auto kind = ReadKind(&reader);
    party.kind = kind    ? *kind
                 : known ? known->kind
                 : organ ? OrganKind(party.id)
                         : default_kind_.value_or(PartyKind::kGroup);
    const auto names = NamesOf(&reader, "names");
    party.name = reader.String("name").value_or(known           ? known->name
                                                : names.empty() ? party.id.text
                                                                : names[0]);
    ReadRelations(&reader, &party);
    if (known && known->kind != PartyKind::kState) {
      reader.Problem("R042", id_node, "the party `" + party.id.text + "` is defined twice",
                     "keep one of the two");
    }
    AddSpellings(party, names, &reader);
    table_->parties[party.id] = party;
    for (const YamlReader& each : reader.Maps("organs")) ReadParty(each, party.id.text);
    ReadPersons(&reader, party);
    reader.Finish();
  }

  const Party* Known(const PartyId& id) const {
    const auto at = table_->parties.find(id);
    return at == table_->parties.end() ? nullptr : &at->second;
  }

  // An organ of a body that takes no side takes none either.
  PartyKind OrganKind(const PartyId& id) const {
    const Party* principal = Known(PartyId(Principal(id)));
    const bool neutral = principal && (principal->kind == PartyKind::kThirdParty ||
                                       principal->kind == PartyKind::kOutlet);
    return neutral ? principal->kind : PartyKind::kOrgan;
  }

  void ReadRelations(YamlReader* reader, Party* party) {
    for (const std::string& ally : NamesOf(reader, "allies")) {
      party->allies.emplace_back(ally);
      table_->references.push_back({PartyId(ally), &file_, reader->Node("allies")});
    }
    if (const auto since = reader->String("since")) {
      party->since = ParseIsoDay(*since);
      if (!party->since)
        reader->Problem("R043", *reader->Node("since"), "expected a day like 2021-08-15");
    }
    const auto named = [&](std::string_view key) -> std::optional<PartyId> {
      const auto id = reader->String(key);
      if (!id) return std::nullopt;
      table_->references.push_back({PartyId(*id), &file_, reader->Node(key)});
      return PartyId(*id);
    };
    party->before = named("before");
    party->counts = named("counts");
    party->fights = named("fights");
  }

  void AddSpellings(const Party& party, const std::vector<std::string>& names, YamlReader* reader) {
    PartyNames::Reading reading;
    reading.party = party.id;
    AddToAll(names, reading);
    if (names.empty() && reader->Has("name")) AddToAll({party.name}, reading);
    reading.kind = NameKind::kAdjective;
    AddToAll(NamesOf(reader, "adjectives"), reading);
    AddToAll(NamesOf(reader, "people"), reading);
    reading.kind = NameKind::kMetonym;
    AddToAll(NamesOf(reader, "metonyms"), reading);
  }

  void AddToAll(const std::vector<std::string>& names, const PartyNames::Reading& reading) {
    for (Language* language : languages_) {
      for (const std::string& name : names) AddName(name, reading, language);
    }
  }

  // A person is a name, or a map where there is more to say.
  void ReadPersons(YamlReader* reader, const Party& party) {
    const YamlNode* list = reader->Node("persons");
    if (!list) return;
    if (list->type == YamlNode::Type::kScalar) {
      for (const std::string& name : NamesOf(reader, "persons"))
        AddPerson(KebabCase(name), {name}, party.id, nullptr);
      return;
    }
    for (const YamlNode& node : list->list) {
      if (node.type == YamlNode::Type::kScalar) {
        AddPerson(KebabCase(node.scalar), {node.scalar}, party.id, nullptr);
      } else {
        ReadPerson(YamlReader(file_, node, problems_), party);
      }
    }
  }

  void ReadPerson(YamlReader reader, const Party& party) {
    const std::string name = reader.RequiredString("name");
    if (name.empty()) return;
    std::vector<std::string> names = NamesOf(&reader, "names");
    names.insert(names.begin(), name);
    const auto organ = reader.String("organ");
    const PartyId speaks_for(organ ? party.id.text + '/' + *organ : party.id.text);
    const std::vector<std::string> short_names = NamesOf(&reader, "short");
    AddPerson(reader.String("id").value_or(KebabCase(name)), names, speaks_for,
              reader.node().Find("short") ? &short_names : nullptr);
    reader.Finish();
  }

  void AddPerson(const std::string& id, const std::vector<std::string>& names, const PartyId& party,
                 const std::vector<std::string>* short_names) {
    table_->persons[PersonId(id)] = {PersonId(id), names[0], party};
    PartyNames::Reading reading;
    reading.kind = NameKind::kPerson;
    reading.party = party;
    reading.person = PersonId(id);
    AddToAll(names, reading);
    for (Language* language : languages_) {
      PartyNames& known = language->party_names;
      const auto value = static_cast<std::uint32_t>(known.readings.size());
      known.readings.push_back(reading);
      const auto add = [&](const std::string& word) {
        if (word.empty() || SplitWords(word).size() != 1) return;
        auto& values = known.short_names[language->words.Add(word)];
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
      };
      for (const std::string& name : short_names ? *short_names : names)
        add(short_names ? name : LastWord(name));
    }
  }

  const YamlFile& file_;
  PartyTable* table_;
  std::vector<Language*> languages_;
  std::vector<Diagnostic>* problems_;
  std::optional<PartyKind> default_kind_;
};

}  // namespace

void PartyTable::Compile() {
  slots_.assign(std::bit_ceil(4 * parties.size() + 1), nullptr);
  for (auto& [id, party] : parties) {
    std::size_t at = WordHash(id.text).Value() & (slots_.size() - 1);
    while (slots_[at]) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = &party;
  }
  for (auto& [id, party] : parties) party.takes_sides = Fights(party);
}

const Party* PartyTable::Exactly(std::string_view id) const {
  if (slots_.empty()) return nullptr;
  std::size_t at = WordHash(id).Value() & (slots_.size() - 1);
  while (slots_[at] && slots_[at]->id.text != id) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

const Party* PartyTable::Find(const PartyId& id) const {
  const std::string_view text = id.text;
  const Party* exactly = Exactly(text);
  const std::size_t slash = exactly ? text.npos : text.find('/');
  return slash == text.npos ? exactly : Exactly(text.substr(0, slash));
}

bool PartyTable::TakesSides(const PartyId& id) const {
  const Party* own = Find(id);
  return !own || own->takes_sides;  // null: made from a text's own words
}

bool PartyTable::Fights(const Party& party) const {
  if (party.kind == PartyKind::kThirdParty) return false;
  const Party* principal = Find(Principal(party.id));
  return principal &&
         (principal->kind == PartyKind::kState || principal->kind == PartyKind::kGroup ||
          principal->kind == PartyKind::kAlliance);
}

bool PartyTable::SameSide(const PartyId& a, const PartyId& b) const {
  if (Principal(a) == Principal(b)) return true;
  const Party* party = Find(a);
  return party && std::any_of(party->allies.begin(), party->allies.end(),
                              [&](const PartyId& ally) { return Principal(ally) == Principal(b); });
}

PartyId PartyTable::On(const PartyId& id, std::optional<Day> day) const {
  if (!day) return id;
  const auto at = parties.find(id);
  if (at == parties.end() || !at->second.since || !at->second.before || *day >= *at->second.since)
    return id;
  return *at->second.before;
}

void AddStates(PartyTable* table) {
  for (const IsoCountry& country : IsoCountries()) {
    Party party;
    party.id = PartyId(std::string(country.alpha3));
    party.name = std::string(country.name);
    table->parties[party.id] = std::move(party);
  }
}

void LoadParties(const YamlFile& file, PartyTable* table, std::vector<Language*> languages,
                 std::vector<Diagnostic>* problems) {
  PartyLoader(file, table, std::move(languages), problems).Run();
}

std::string ToText(PartyKind kind) {
  for (const auto& [name, each] : Kinds()) {
    if (each == kind) return name;
  }
  return "";
}

}  // namespace counterclaim
