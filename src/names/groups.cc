#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "names/tokens.h"
#include "names/unlisted.h"

namespace counterclaim {

namespace {

class GroupFinder {
 public:
  GroupFinder(std::string_view text, const Language& language, TextLayer* layer)
      : text_(text), names_(language.party_names), cues_(language.cues), layer_(layer) {}

  void Run() {
    for (const Sentence& sentence : layer_->sentences) {
      if ((sentence.bits & kScanGroup) && !Headline(sentence))
        ReadSentence(sentence.first_token, sentence.end_token);
    }
    if (!bands_.empty()) FindBands();
    if (found_.empty()) return;
    const std::vector<Name> whole = found_;
    AddShortNames(whole);
    std::vector<Name> kept;
    for (Name& name : layer_->names) {
      const bool inside = std::any_of(whole.begin(), whole.end(), [&](const Name& group) {
        return group.first_token <= name.first_token && name.end_token <= group.end_token;
      });
      if (!inside) kept.push_back(std::move(name));
    }
    std::move(found_.begin(), found_.end(), std::back_inserter(kept));
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Name& a, const Name& b) { return a.first_token < b.first_token; });
    layer_->names = std::move(kept);
  }

 private:
  static constexpr std::uint32_t kLongestName = 8;  // tokens
  static constexpr std::size_t kMostGroups = 64;    // mentions in one text

  const Token& At(std::uint32_t at) const { return layer_->tokens[at]; }
  bool Head(std::uint32_t at) const {
    return At(at).capital && Contains(names_.group_heads, At(at));
  }
  bool Part(std::uint32_t at) const {
    return At(at).kind == TokenKind::kWord && At(at).capital &&
           !(cues_.Word(At(at).word) & (kDeterminerWord | kTimeWord | kTitleWord));
  }

  bool Headline(const Sentence& sentence) const {
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (At(at).kind != TokenKind::kWord) continue;
      ++words;
      capitals += At(at).capital;
    }
    return capitals * 3 >= words * 2;
  }

  void ReadSentence(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t at = first; at < end && found_.size() < kMostGroups;) {
      const std::uint32_t close = Part(at) ? RunEnd(at, end, at > first) : at;
      if (close > at && Fits(at, close)) Add(at, close);
      if (close > at + 1 && at >= first + 3 && Fighters(at - 3) && Opening(at)) AddBand(at, close);
      at = std::max(close, at + 1);
    }
  }

  // "Salt Front", "Front for the Liberation of Tarn".
  std::uint32_t RunEnd(std::uint32_t at, std::uint32_t end, bool inner) const {
    std::uint32_t close = at;
    for (std::uint32_t i = at; i < end && i < at + kLongestName; ++i) {
      if (Part(i)) {
        close = i + 1;
        continue;
      }
      if (!inner || !Head(at) || !Contains(names_.group_links, At(i))) break;
    }
    return close;
  }

  bool Fits(std::uint32_t at, std::uint32_t close) const {
    if (close < at + 2 || (!Head(close - 1) && !Head(at))) return false;
    bool own = false;
    for (std::uint32_t i = at; i < close; ++i) {
      // "Eastern Front" is none; "Salt Front" is one, though no place is called so.
      own = own || (!Head(i) && (Contains(names_.ordinary, At(i)) ||
                                 !names_.never.contains(Vocabulary::Fold(TextOf(text_, At(i))))));
    }
    const auto& names = layer_->names;
    auto name =
        std::lower_bound(names.begin(), names.end(), at > kLongestName ? at - kLongestName : 0,
                         [](const Name& n, std::uint32_t t) { return n.first_token < t; });
    bool known = false;
    for (; name != names.end() && name->first_token < close && !known; ++name) {
      known = at < name->end_token &&
              (name->end_token >= close || name->end_token - name->first_token > 1);
    }
    return own && !known;
  }

  // "fighters of the Black Pennant"
  bool Fighters(std::uint32_t at) const {
    return Contains(names_.group_members, At(at)) && Contains(names_.group_links, At(at + 1)) &&
           (cues_.Word(At(at + 2).word) & kDeterminerWord) != 0;
  }
  bool Opening(std::uint32_t at) const {
    const auto name =
        std::lower_bound(layer_->names.begin(), layer_->names.end(), at,
                         [](const Name& n, std::uint32_t t) { return n.end_token <= t; });
    return name == layer_->names.end() || name->first_token > at + 1;
  }
  void AddBand(std::uint32_t at, std::uint32_t close) {
    bool own = false;
    std::vector<std::string> words;
    for (std::uint32_t i = at; i < close; ++i) {
      own = own || At(i).word == kUnknownWord;
      words.push_back(Vocabulary::Fold(TextOf(text_, At(i))));
    }
    if (own && bands_.size() < kMostGroups) bands_.insert(std::move(words));
  }
  // Wherever the names stand that are known for a band's.
  void FindBands() {
    for (std::uint32_t at = 0; at + 1 < layer_->tokens.size() && found_.size() < kMostGroups;
         ++at) {
      if (!Part(at)) continue;
      for (const auto& words : bands_) {
        const auto size = static_cast<std::uint32_t>(words.size());
        if (at + size > layer_->tokens.size()) continue;
        std::uint32_t i = 0;
        while (i < size && At(at + i).capital &&
               Vocabulary::Fold(TextOf(text_, At(at + i))) == words[i])
          ++i;
        if (i == size) Add(at, at + size);
      }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Name& a, const Name& b) { return a.first_token < b.first_token; });
  }

  void Add(std::uint32_t at, std::uint32_t close) {
    Name name;
    name.span = {At(at).span.begin, At(close - 1).span.end};
    name.first_token = at;
    name.end_token = close;
    std::string id;
    for (std::uint32_t i = at; i < close; ++i) {
      id += (id.empty() ? "" : "-") + Vocabulary::Fold(TextOf(text_, At(i)));
    }
    name.party = PartyId(id);
    const WordId head = Head(close - 1) ? At(close - 1).word : At(at).word;
    const auto [short_name, fresh] = short_.try_emplace(head, *name.party);
    if (!fresh && short_name->second != *name.party) short_name->second = PartyId();
    found_.push_back(std::move(name));
  }

  void AddShortNames(const std::vector<Name>& whole) {
    for (const Sentence& sentence : layer_->sentences) {
      for (std::uint32_t at = sentence.first_token + 1; at < sentence.end_token; ++at) {
        const auto known = Head(at) ? short_.find(At(at).word) : short_.end();
        if (known == short_.end() || known->second.text.empty()) continue;
        if (!(cues_.Word(At(at - 1).word) & kDeterminerWord)) continue;
        const bool inside = std::any_of(whole.begin(), whole.end(), [&](const Name& n) {
          return n.first_token <= at && at < n.end_token;
        });
        if (inside) continue;
        Name name;
        name.span = At(at).span;
        name.first_token = at;
        name.end_token = at + 1;
        name.party = known->second;
        found_.push_back(std::move(name));
      }
    }
  }

  std::string_view text_;
  const PartyNames& names_;
  const CueRules& cues_;
  TextLayer* layer_;
  std::vector<Name> found_;
  std::set<std::vector<std::string>> bands_;  // folded words of names that fighters bear
  std::map<WordId, PartyId> short_;           // "the Front": empty where two groups share it
};

}  // namespace

void FindUnlistedGroups(std::string_view text, const Language& language, TextLayer* layer) {
  GroupFinder(text, language, layer).Run();
}

}  // namespace counterclaim
