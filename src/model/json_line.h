#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "model/claim.h"
#include "model/document.h"

namespace counterclaim {

// Reads lines that `extract` or the ledger wrote (OUTPUT.md), one after the
// other; its memory is kept from line to line. For one thread.
class JsonLine {
 public:
  JsonLine();
  ~JsonLine();
  JsonLine(const JsonLine&) = delete;
  JsonLine& operator=(const JsonLine&) = delete;

  // False where the line is no JSON object, or longer than 64 MB.
  bool Parse(std::string_view line);
  // The object of the last line has this member, be it null.
  bool Has(std::string_view key) const;
  // "" when the last line was a well-formed object of its kind, else what is
  // wrong with it; `*out` is then unspecified. Expects a fresh `*out`.
  std::string Read(Claim* out) const;
  std::string Read(Document* out) const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

// The claim of one line, as `JsonLine` reads it.
std::string FromLine(std::string_view line, Claim* out);
std::string FromLine(std::string_view line, Document* out);

}  // namespace counterclaim
