#include "model/anchor.h"

namespace counterclaim {

std::string ToText(Scope scope) {
  switch (scope) {
    case Scope::kIncident:
      return "incident";
    case Scope::kDay:
      return "day";
    case Scope::kOperation:
      return "operation";
    case Scope::kCumulative:
      return "cumulative";
    case Scope::kIncrement:
      return "increment";
    case Scope::kUnknown:
      return "unknown";
  }
  return "";
}

std::string ToText(const Anchor& anchor) {
  std::string text = ToText(anchor.scope);
  if (anchor.when) text += ' ' + ToText(anchor.when->days);
  if (anchor.place && anchor.place->id) text += ' ' + anchor.place->id->text;
  return text;
}

}  // namespace counterclaim
