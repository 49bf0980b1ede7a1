#include "model/json.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "model/json_line.h"
#include "model/json_writer.h"
#include "sample_run.h"
#include "schema_check.h"

using namespace counterclaim;
using Json = nlohmann::ordered_json;

TEST_CASE("a claim read back is the claim that was written") {
  for (const Claim& claim : {FullClaim(), SampleClaim("a1", "pak", 0)}) {
    Claim back;
    REQUIRE(FromLine(Line(ToJson(claim)), &back) == "");
    CHECK(back == claim);
    CHECK(Line(ToJson(back)) == Line(ToJson(claim)));
    CHECK(SchemaCheck(SOURCE_DIR "/tests/schemas").Problem("claim.schema.json", ToJson(claim)) ==
          "");
  }
}

TEST_CASE("an article read back is the article that was written") {
  const Document article = SampleArticle("a1");
  Document back;
  REQUIRE(FromLine(Line(ToJson(article)), &back) == "");
  CHECK(back == article);
  CHECK(SchemaCheck(SOURCE_DIR "/tests/schemas").Problem("article.schema.json", ToJson(article)) ==
        "");
}

TEST_CASE("the writer writes what the library would") {
  for (const std::string text :
       {"", "plain", "\"quoted\" \\ back", "line\nend\ttab\x01", "caf\xC3\xA9 “curly”",
        "bad \xFF byte", "\x7F", "\xE2\x80\xAE over", "\xF0\x9F\x98\x80", "cut \xE2\x80"}) {
    JsonWriter out;
    out.Text(text);
    CHECK(out.Take() == Line(Json(text)));
  }
  for (const double number : {0.0, -0.0, 58.0, -3.0, 2.5, 1e14, 1e15, 1.5e300, 1.0 / 3}) {
    JsonWriter out;
    out.Real(number);
    CHECK(out.Take() == Json(number).dump());
  }
  JsonWriter out;
  out.BeginArray();
  out.BeginObject();
  out.EndObject();
  out.Whole(-5);
  out.Null();
  out.EndArray();
  CHECK(out.Take() == "[{},-5,null]");
}

TEST_CASE("unknown is null, never an empty text") {
  const Json json = ToJson(SampleClaim("a1", "pak", 1));
  CHECK(json["actor"].is_null());
  CHECK(json["place"].is_null());
  CHECK(json["part_of"].is_null());
}

TEST_CASE("wrong values are named, not thrown at") {
  const Json good = ToJson(FullClaim());
  const auto problem = [&](const char* pointer, Json value) {
    Json json = good;
    json[Json::json_pointer(pointer)] = std::move(value);
    Claim claim;
    return FromLine(Line(json), &claim);
  };
  CHECK(problem("/id", 5).find("`id`") != std::string::npos);
  CHECK(problem("/span", "x").find("`span`") != std::string::npos);
  CHECK(problem("/span", {9, 3}) != "");
  CHECK(problem("/quantity/hard", {5, 3}).find("quantity.hard") != std::string::npos);
  CHECK(problem("/quantity/hard", {-1, 3}) != "");
  CHECK(problem("/stance", "sworn").find("`stance`") != std::string::npos);
  CHECK(problem("/when/first", "yesterday") != "");
  CHECK(problem("/source", "pak") != "");
  CHECK(problem("/source/chain", 1) != "");
  Claim claim;
  for (const char* line : {"", "[]", "null", "5", "{", "{}", "{\"id\": 18446744073709551616}"})
    CHECK(FromLine(line, &claim) != "");
}

TEST_CASE("bad UTF-8 is replaced") {
  CHECK(Line({{"a", "x\xFFy"}}) == "{\"a\":\"x\xEF\xBF\xBDy\"}");
}
