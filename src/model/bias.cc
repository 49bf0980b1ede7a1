#include "model/bias.h"

namespace counterclaim {

std::string ToText(Unidentified reason) {
  switch (reason) {
    case Unidentified::kNo:
      return "";
    case Unidentified::kAlone:
      return "alone";
    case Unidentified::kBoundsOnly:
      return "bounds_only";
  }
  return "";
}

}  // namespace counterclaim
