#include "rulebook/place_rules.h"

#include <algorithm>

#include "rulebook/iso_places.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

std::optional<PlaceId> CountryOf(const PlaceId& place) {
  const std::string& text = place.text;
  const bool upper =
      text.size() >= 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
  if (!upper || (text.size() > 2 && text[2] != '-')) return std::nullopt;
  return PlaceId(text.substr(0, 2));
}

constexpr int kDeepestRegion = 4;  // a town's province, its region, a region of regions

bool WithinDepth(const PlaceTable& table, const PlaceId& inner, const PlaceId& outer, int depth) {
  const std::size_t size = outer.text.size();
  if (inner.text.starts_with(outer.text) && (inner.text.size() == size || inner.text[size] == '-'))
    return true;
  if (depth == 0) return false;
  const auto [first, last] = table.regions.equal_range(inner);
  return std::any_of(first, last, [&](const auto& each) {
    return WithinDepth(table, each.second, outer, depth - 1);
  });
}

class PlaceLoader {
 public:
  PlaceLoader(const YamlFile& file, PlaceTable* table, std::vector<Language*> languages,
              std::vector<Diagnostic>* problems)
      : file_(file), table_(table), languages_(std::move(languages)), problems_(problems) {}

  void Run() {
    YamlReader reader(file_, file_.root, problems_);
    for (const YamlReader& each : reader.Maps("countries")) ReadCountry(each);
    for (const YamlReader& each : reader.Maps("regions")) ReadRegion(each);
    reader.Finish();
  }

 private:
  void ReadCountry(YamlReader reader) {
    const auto country = KnownId(&reader);
    if (!country) return;
    AddNames(*country, NamesOf(&reader, "names"));
    AddNames(*country, NamesOf(&reader, "towns"));
    for (const YamlReader& each : reader.Maps("provinces")) ReadProvince(each);
    for (const YamlReader& each : reader.Maps("regions")) ReadRegion(each);
    reader.Finish();
  }

  void ReadProvince(YamlReader reader) {
    const auto province = KnownId(&reader);
    if (!province) return;
    const auto names = NamesOf(&reader, "names");
    if (!names.empty()) table_->entries[*province].name = names[0];
    table_->entries[*province].listed = true;
    AddNames(*province, names);
    AddNames(*province, NamesOf(&reader, "towns"));
    ReadAuthority(&reader, *province);
    reader.Finish();
  }

  void ReadRegion(YamlReader reader) {
    const PlaceId id(reader.RequiredString("id"));
    if (id.text.empty()) return;
    const auto names = NamesOf(&reader, "names");
    table_->entries[id] = {names.empty() ? id.text : names[0], CountryOf(id), std::nullopt, true};
    for (const std::string& part : NamesOf(&reader, "parts")) {
      if (!table_->entries.contains(PlaceId(part)))
        ReportUnknown(&reader, *reader.Node("parts"), part);
      table_->regions.emplace(PlaceId(part), id);
    }
    AddNames(id, names);
    AddNames(id, NamesOf(&reader, "towns"));
    ReadAuthority(&reader, id);
    reader.Finish();
  }

  void ReadAuthority(YamlReader* reader, const PlaceId& place) {
    const auto party = reader->String("authority");
    if (!party) return;
    table_->authorities[place] = PartyId(*party);
    table_->references.push_back({PartyId(*party), &file_, reader->Node("authority")});
  }

  std::optional<PlaceId> KnownId(YamlReader* reader) {
    const PlaceId id(reader->RequiredString("id"));
    if (table_->entries.contains(id)) return id;
    if (!id.text.empty()) ReportUnknown(reader, *reader->Node("id"), id.text);
    return std::nullopt;
  }

  void ReportUnknown(YamlReader* reader, const YamlNode& at, const std::string& id) {
    std::vector<std::string> known;
    for (const auto& [each, entry] : table_->entries) known.push_back(each.text);
    const std::string nearest = NearestWord(id, known);
    reader->Problem("R044", at, "no place has the code `" + id + "`",
                    nearest.empty() ? "" : "did you mean `" + nearest + "`?",
                    {"codes of countries and provinces are those of ISO 3166"});
  }

  void AddNames(const PlaceId& place, const std::vector<std::string>& names) {
    PartyNames::Reading reading;
    reading.kind = NameKind::kPlace;
    reading.place = place;
    for (Language* language : languages_) {
      for (const std::string& name : names) AddName(name, reading, language);
    }
  }

  const YamlFile& file_;
  PlaceTable* table_;
  std::vector<Language*> languages_;
  std::vector<Diagnostic>* problems_;
};

}  // namespace

bool PlaceTable::Within(const PlaceId& inner, const PlaceId& outer) const {
  return WithinDepth(*this, inner, outer, kDeepestRegion);
}

bool PlaceTable::Compatible(const PlaceId& a, const PlaceId& b) const {
  if (Within(a, b) || Within(b, a)) return true;
  return std::any_of(regions.begin(), regions.end(),
                     [&](const auto& each) { return each.second == a && Within(each.first, b); });
}

std::optional<PartyId> PlaceTable::StateRuledBy(const PartyId& party) const {
  const PartyId principal = Principal(party);
  for (const auto& [place, ruler] : authorities)
    if (Principal(ruler) == principal) return StateOf(place);
  return std::nullopt;
}

std::optional<PartyId> PlaceTable::StateOf(const PlaceId& place) const {
  const auto country = CountryOf(place);
  const auto at = country ? alpha3.find(country->text) : alpha3.end();
  if (at == alpha3.end()) return std::nullopt;
  return PartyId(at->second);
}

void AddIsoPlaces(PlaceTable* table) {
  for (const IsoCountry& country : IsoCountries()) {
    const PlaceId id{std::string(country.code)};
    table->entries[id] = {std::string(country.name), id, std::nullopt, false};
    table->alpha3[id.text] = std::string(country.alpha3);
  }
  for (const IsoProvince& province : IsoProvinces()) {
    const PlaceId id{std::string(province.code)};
    const bool english = !province.english.empty();
    table->entries.emplace_hint(
        table->entries.end(), id,
        PlaceTable::Entry{std::string(english ? province.english : province.name), CountryOf(id),
                          id, false, std::string(english ? province.name : "")});
  }
}

bool PlaceTable::Entry::IsCalled(std::string_view words) const {
  const std::string folded = Vocabulary::Fold(words);
  return folded == Vocabulary::Fold(name) ||
         (!native.empty() && folded == Vocabulary::Fold(native));
}

void LoadPlaces(const YamlFile& file, PlaceTable* table, std::vector<Language*> languages,
                std::vector<Diagnostic>* problems) {
  PlaceLoader(file, table, std::move(languages), problems).Run();
}

}  // namespace counterclaim
