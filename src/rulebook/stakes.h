#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// The words of a name outside the text, as tokens of the language.
std::vector<Token> TokensOf(const std::string& name, const Language& language);

// The states that are named, or lie where places named do, in words outside the text: a title,
// the name of a publisher. Without `provinces` only countries and capitals count.
std::vector<PartyId> StatesIn(const std::string& words, bool provinces, const Language& language,
                              const Rulebook& rulebook);

// How often a text names each state, or a place in it; twice for each time in its title.
class Stakes {
 public:
  Stakes(const Document& document, const TextLayer& layer, const Rulebook& rulebook,
         const Language& language);

  // The text names it so seldom beside another state that it is not about it: where a blast was
  // heard, where a report was written.
  bool Bystander(const PartyId& state) const;
  // The state that the text names twice as often as any other; nothing: there is none.
  std::optional<PartyId> Main() const;
  bool Named(const PartyId& state) const { return times_.contains(Principal(state)); }
  bool Only(const PartyId& state) const;  // and it names no other

 private:
  std::map<PartyId, std::size_t> times_;
  std::size_t most_ = 0;
};

}  // namespace counterclaim
