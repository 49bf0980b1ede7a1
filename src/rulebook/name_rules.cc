#include "rulebook/name_rules.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "rulebook/iso_places.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

std::vector<WordId> AddWords(const std::vector<std::string>& words, Language* language) {
  std::vector<WordId> ids;
  ids.reserve(words.size());
  for (const std::string& word : words) ids.push_back(language->words.Add(word));
  return ids;
}

bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}

// The first letter, past an apostrophe; a letter outside ASCII counts as small,
// so that no capital is asked for where we cannot tell.
bool StartsCapital(std::string_view word) {
  const auto letter = std::find_if(word.begin(), word.end(), [](char c) { return c != '\''; });
  return letter != word.end() && IsUpper(*letter);
}

bool AllCapitals(std::string_view word) {
  return std::count_if(word.begin(), word.end(), IsUpper) >= 2 &&
         std::none_of(word.begin(), word.end(), IsLower);
}

// Newspapers write Nato and Isis, but never Un and Who.
constexpr std::size_t kLongestShouted = 3;

void AddAll(const std::vector<std::string>& spellings, const PartyNames::Reading& reading,
            Language* language) {
  for (const std::string& spelling : spellings) AddName(spelling, reading, language);
}

void AddPhrases(const std::vector<std::string>& texts, std::uint32_t value, PhraseTable* table,
                Language* language) {
  for (const std::string& text : texts) table->Add(AddWords(SplitWords(text), language), value);
}

void AddSet(const std::vector<std::string>& words, WordSet* set, Language* language) {
  for (const std::string& word : words) set->insert(language->words.Add(word));
}

void ReadPartyNames(YamlReader reader, Language* language) {
  const PartyId id(reader.RequiredString("id"));
  if (const YamlNode* node = reader.Node("id")) {
    language->party_names.references.push_back({id, &reader.file(), node});
  }
  PartyNames::Reading reading;
  reading.party = id;
  AddAll(NamesOf(&reader, "names"), reading, language);
  reading.kind = NameKind::kAdjective;
  AddAll(NamesOf(&reader, "adjectives"), reading, language);
  AddAll(NamesOf(&reader, "people"), reading, language);
  reading.kind = NameKind::kMetonym;
  AddAll(NamesOf(&reader, "metonyms"), reading, language);
  reader.Finish();
}

void ReadOrgan(YamlReader reader, Language* language) {
  PartyNames& names = language->party_names;
  PartyNames::Organ organ;
  organ.id = reader.RequiredString("id");
  organ.elsewhere = reader.Bool("elsewhere").value_or(false);
  organ.state = reader.Bool("state").value_or(false);
  organ.local = reader.Bool("local").value_or(false);
  organ.outlet = reader.Bool("outlet").value_or(false);
  names.organ_list.push_back(organ);
  AddPhrases(NamesOf(&reader, "words"), static_cast<std::uint32_t>(names.organ_list.size() - 1),
             &names.organs, language);
  reader.Finish();
}

void ReadTitle(YamlReader reader, Language* language) {
  PartyNames& names = language->party_names;
  PartyNames::Title title;
  title.id = reader.RequiredString("id");
  title.organ = reader.String("organ");
  title.speaker = reader.Bool("speaker").value_or(false);
  names.title_list.push_back(title);
  AddPhrases(NamesOf(&reader, "words"), static_cast<std::uint32_t>(names.title_list.size() - 1),
             &names.titles, language);
  reader.Finish();
}

std::string CountryName(const IsoCountry& country, const std::string& tag) {
  icu::UnicodeString name;
  const std::string region(country.code);
  icu::Locale("", region.c_str()).getDisplayCountry(icu::Locale(tag.c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

bool HasPlace(const PartyNames& names, const std::vector<std::uint32_t>* values) {
  return values && std::any_of(values->begin(), values->end(), [&](std::uint32_t value) {
           return names.readings[value].place.has_value();
         });
}

// The name of these words, which the vocabulary has as `ids`.
void AddName(const std::vector<std::string>& words, const std::vector<WordId>& ids,
             PartyNames::Reading reading, PartyNames* names) {
  if (ids.empty()) return;
  for (std::size_t i = 0; i < words.size() && i < 32; ++i) {
    const std::uint32_t bit = 1u << i;
    if (StartsCapital(words[i])) reading.capitals |= bit;
    if (AllCapitals(words[i]) && words[i].size() <= kLongestShouted) reading.shouted |= bit;
  }
  reading.first = ids.front();
  if ((reading.capitals & 1) == 0) names->small.insert(ids.front());
  for (std::size_t i = 1; i < ids.size(); ++i) names->inner.insert(ids[i]);
  if (const auto* known = names->phrases.Find(ids)) {
    for (const std::uint32_t value : *known) {
      const PartyNames::Reading& old = names->readings[value];
      if (old.kind == reading.kind && old.party == reading.party && old.person == reading.person &&
          old.place == reading.place) {
        return;
      }
    }
  }
  names->phrases.Add(ids, static_cast<std::uint32_t>(names->readings.size()));
  names->readings.push_back(std::move(reading));
}

// A name that a file gives to another side is not this state's: "Congo".
void AddStateName(const IsoCountry& country, std::string_view spelling, Language* language) {
  PartyNames& names = language->party_names;
  const std::vector<std::string> words = SplitWords(spelling);
  const std::vector<WordId> ids = AddWords(words, language);
  const auto* known = names.phrases.Find(ids);
  const bool taken = known && std::any_of(known->begin(), known->end(), [&](std::uint32_t value) {
                       const PartyNames::Reading& reading = names.readings[value];
                       return reading.kind == NameKind::kParty && reading.party &&
                              Principal(*reading.party).text != country.alpha3;
                     });
  if (taken) return;
  PartyNames::Reading state;
  state.party = PartyId(std::string(country.alpha3));
  AddName(words, ids, std::move(state), &names);
}

// Every name and metonym of a state is also the country's, unless a file says
// where the city lies.
void AddCountryPlaces(Language* language) {
  PartyNames& names = language->party_names;
  std::map<std::string_view, std::string_view> countries;
  for (const IsoCountry& country : IsoCountries()) countries[country.alpha3] = country.code;
  for (const auto& phrase : names.phrases.All()) {
    if (HasPlace(names, phrase)) continue;
    for (std::size_t i = 0, size = phrase->size(); i < size; ++i) {
      const PartyNames::Reading& reading = names.readings[(*phrase)[i]];
      const bool names_place =
          reading.kind == NameKind::kParty || reading.kind == NameKind::kMetonym;
      const auto country = reading.party ? countries.find(reading.party->text) : countries.end();
      if (!names_place || country == countries.end()) continue;
      PartyNames::Reading place;
      place.kind = NameKind::kPlace;
      place.place = PlaceId(std::string(country->second));
      place.capitals = reading.capitals;
      place.shouted = reading.shouted;
      phrase->push_back(static_cast<std::uint32_t>(names.readings.size()));
      names.readings.push_back(std::move(place));
    }
  }
}

// A province's name counts unless a file or a country has it already; several
// provinces may share one ("Punjab").
void AddProvinces(Language* language) {
  PartyNames& names = language->party_names;
  const auto first_province = static_cast<std::uint32_t>(names.readings.size());
  names.readings.reserve(names.readings.size() + 3 * IsoProvinces().size());
  for (const IsoProvince& province : IsoProvinces()) {
    if (!province.spoken) continue;
    for (const std::string_view name : {province.name, province.marked, province.english}) {
      if (name.empty() || names.never.contains(Vocabulary::Fold(name))) continue;
      const std::vector<std::string> words = SplitWords(name);
      const std::vector<WordId> ids = AddWords(words, language);
      const auto* known = names.phrases.Find(ids);
      const bool taken =
          known && std::any_of(known->begin(), known->end(), [&](std::uint32_t value) {
            return value < first_province && names.readings[value].place;
          });
      if (taken) continue;
      PartyNames::Reading reading;
      reading.kind = NameKind::kPlace;
      reading.place = PlaceId(std::string(province.code));
      AddName(words, ids, std::move(reading), &names);
    }
  }
}

}  // namespace

std::vector<std::string> NamesOf(YamlReader* reader, std::string_view key) {
  std::vector<std::string> names = reader->Strings(key);
  if (names.size() != 1) return names;
  const std::string all = std::move(names[0]);
  names.clear();
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t comma = std::min(all.find(',', at), all.size());
    const std::size_t begin = std::min(all.find_first_not_of(' ', at), comma);
    std::size_t end = comma;
    while (end > begin && all[end - 1] == ' ') --end;
    if (end > begin) names.push_back(all.substr(begin, end - begin));
    at = comma + 1;
  }
  return names;
}

void AddName(std::string_view spelling, PartyNames::Reading reading, Language* language) {
  const std::vector<std::string> words = SplitWords(spelling);
  AddName(words, AddWords(words, language), std::move(reading), &language->party_names);
}

void LoadNameRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  PartyNames& names = language->party_names;
  for (const YamlReader& each : reader.Maps("parties")) ReadPartyNames(each, language);
  for (const YamlReader& each : reader.Maps("organs")) ReadOrgan(each, language);
  for (const YamlReader& each : reader.Maps("titles")) ReadTitle(each, language);
  AddPhrases(NamesOf(&reader, "of"), 0, &names.of_joins, language);
  AddPhrases(NamesOf(&reader, "in"), 0, &names.in_joins, language);
  AddSet(NamesOf(&reader, "links"), &names.links, language);
  AddSet(NamesOf(&reader, "fillers"), &names.fillers, language);
  AddSet(NamesOf(&reader, "towns-after"), &names.towns_after, language);
  AddSet(NamesOf(&reader, "not-after"), &names.not_after, language);
  AddSet(NamesOf(&reader, "other-after"), &names.other_after, language);
  AddSet(NamesOf(&reader, "other-names"), &names.other_names, language);
  AddSet(NamesOf(&reader, "not-before"), &names.not_before, language);
  AddSet(NamesOf(&reader, "ordinary"), &names.ordinary, language);
  AddSet(NamesOf(&reader, "forces"), &names.forces, language);
  AddSet(NamesOf(&reader, "machines"), &names.machines, language);
  AddSet(NamesOf(&reader, "group-members"), &names.group_members, language);
  AddSet(NamesOf(&reader, "group-heads"), &names.group_heads, language);
  AddSet(NamesOf(&reader, "group-links"), &names.group_links, language);
  for (const std::string& pair : NamesOf(&reader, "demonym-bases")) {
    const std::size_t space = pair.find(' ');
    names.demonym_bases.emplace_back(pair.substr(0, space),
                                     space == std::string::npos ? "" : pair.substr(space + 1));
  }
  for (const std::string& ending : NamesOf(&reader, "demonym-ends"))
    names.demonym_ends.push_back(ending);
  for (const std::string& name : NamesOf(&reader, "never"))
    names.never.insert(Vocabulary::Fold(name));
  reader.Finish();
}

void FinishNames(Language* language) {
  for (const IsoCountry& country : IsoCountries()) {
    AddStateName(country, country.name, language);
    AddStateName(country, CountryName(country, language->tag), language);
  }
  AddCountryPlaces(language);
  AddProvinces(language);
}

void CheckReferences(const PartyTable& parties, std::vector<PartyReference>* references,
                     std::vector<Diagnostic>* problems) {
  for (const PartyReference& reference : *references) {
    if (parties.Find(reference.id)) continue;
    std::vector<std::string> known;
    for (const auto& [id, party] : parties.parties) known.push_back(id.text);
    const std::string nearest = NearestWord(reference.id.text, known);
    YamlReader reader(*reference.file, reference.file->root, problems);
    reader.Problem("R040", *reference.node, "no file of parties has `" + reference.id.text + "`",
                   nearest.empty() ? "" : "did you mean `" + nearest + "`?");
  }
  references->clear();
}

}  // namespace counterclaim
