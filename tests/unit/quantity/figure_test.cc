#include "quantity/figure.h"

#include <string>

#include "catch.h"
#include "model/quantity.h"

namespace counterclaim {
namespace {

double Read(const std::string& text) {
  const auto figure = ReadFigure(text, 0, static_cast<std::uint32_t>(text.size()), '.', true);
  return figure ? figure->value : -1;
}

TEST_CASE("figures in digits") {
  CHECK(Read("58") == 58);
  CHECK(Read("1,200 men") == 1200);
  CHECK(Read("1 200") == 1200);
  CHECK(Read("1,20,000") == 120000);
  CHECK(Read("1\xC2\xA0"
             "200") == 1200);
  CHECK(Read("4.5") == 4.5);
  CHECK(Read("\xD9\xA5\xD9\xA8") == 58);  // native digits
  CHECK(Read("\xC2\xBE") == 0.75);
  CHECK(Read("12, 13") == 12);
  CHECK(Read("men") == -1);
}

TEST_CASE("intervals by bound") {
  CHECK(ToText(HardInterval(Bound::kMoreThan, 58)) == ">=59");
  CHECK(ToText(SoftInterval(Bound::kAtLeast, 58, true)) == "58..87");
  CHECK(ToText(SoftInterval(Bound::kExact, 60, true)) == "55..65");
  CHECK(ToText(SoftInterval(Bound::kExact, 60, false)) == "60");
  CHECK(ToText(HardInterval(Bound::kNearly, 58)) == "47..57");
  CHECK(ToText(HardInterval(Bound::kAbout, 58)) == "44..72");
  CHECK(ToText(SoftInterval(Bound::kAtMost, 9, true)) == "5..9");
}

}  // namespace
}  // namespace counterclaim
