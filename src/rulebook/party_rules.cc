#include "rulebook/party_rules.h"

namespace counterclaim {

const Party* PartyTable::Find(const PartyId& id) const {
  auto at = parties.find(id);
  if (at == parties.end()) at = parties.find(Principal(id));
  return at == parties.end() ? nullptr : &at->second;
}

void LoadParties(const YamlFile&, PartyTable*, std::vector<Language*>, std::vector<Diagnostic>*) {}

}  // namespace counterclaim
