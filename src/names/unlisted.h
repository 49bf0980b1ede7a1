#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Parties that no rule knows, made of what a text says of them: the state of
// "the Velmark Ministry of Defence", of "Karsovan gunners" beside "Karsova", of
// a publisher "Karsova State Radio". Their ids are their names in kebab case.
class UnlistedParties {
 public:
  void Find(std::string_view text, std::string_view publisher, const Language& language,
            const TextLayer& layer);

  bool empty() const { return names_.empty() && demonyms_.empty(); }

  // The name at `at`: its length in tokens, 0 where there is none.
  struct Match {
    std::uint32_t length = 0;
    NameKind kind = NameKind::kParty;
    PartyId party;
  };
  Match At(std::string_view text, const TextLayer& layer, std::uint32_t at,
           std::uint32_t end) const;

 private:
  struct Known {
    bool inner = false;  // seen with its capital inside a sentence, or in the publisher's name
  };

  std::map<std::string, Known>& Words();  // read when first asked for: few texts need them
  void ReadPublisher(std::string_view publisher);
  void ReadOrgans(const TextLayer& layer, const Sentence& sentence);
  void ReadForces(const TextLayer& layer, const Sentence& sentence);
  void Mint(const TextLayer& layer, std::uint32_t first, std::uint32_t end, bool sure);
  bool Unknown(const Token& token) const;
  std::string Fold(const Token& token) const;
  std::string BaseOf(const std::string& word);  // "karsova" of "karsovan"; "" for none
  std::string LikelyBase(const std::string& word) const;
  void AddDemonyms();

  std::string_view text_;
  const Language* language_ = nullptr;
  const TextLayer* layer_ = nullptr;
  bool read_ = false;                         // words_ are those of the text
  std::map<std::string, Known> words_;        // capitalised words that no rule mentions, folded
  std::map<std::string, std::string> names_;  // folded name, one word or two, to its id
  std::map<std::string, std::string> demonyms_;
};

// Names of armed groups that no rule knows: "the Salt Front", and then "the
// Front". Adds to layer->names, which stay sorted.
void FindUnlistedGroups(std::string_view text, const Language& language, TextLayer* layer);

}  // namespace counterclaim
