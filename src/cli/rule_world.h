#pragma once
// A small world beside a comparison rule: two or more claims, written as maps.
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

struct World {
  std::vector<Claim> claims;
  std::vector<Document> articles;  // one a name of `article`; each claim's own where it names none
};

// `node` is a list of maps; rules/README.md lists the keys. "" or what is
// wrong with it, and `world` is then unspecified.
std::string ReadWorld(const YamlNode& node, const Rulebook& rulebook, World* world);

}  // namespace counterclaim
