#include "text/text.h"

#include <string>
#include <vector>

#include "catch.h"
#include "ingest/ingest.h"
#include "pipeline.h"
#include "shipped_rules.h"

using namespace counterclaim;

namespace {

const Language& English() {
  return *ShippedRules().FindLanguage("en");
}

std::string Cut(const std::string& text, Span span) {
  return text.substr(span.begin, span.size());
}

std::string Sentences(const std::string& text) {
  std::string out;
  for (const Sentence& s : ReadText(text, English(), true).sentences) {
    out += (out.empty() ? "" : " | ") + Cut(text, s.span);
  }
  return out;
}

std::string Words(const std::string& text) {
  std::string out;
  for (const Token& t : ReadText(text, English(), true).tokens)
    out += (out.empty() ? "" : " ") + Cut(text, t.span);
  return out;
}

std::string Kinds(const std::string& text) {
  std::string out;
  for (const Paragraph& p : ReadText(text, English(), true).paragraphs) {
    out += (out.empty() ? "" : " ") + ToText(p.kind);
  }
  return out;
}

// "0:five died,+" is an outer quotation, closed; "-" one that is not.
std::string Quotations(const std::string& text) {
  std::string out;
  for (const Quotation& q : ReadText(text, English(), true).quotations) {
    out += (out.empty() ? "" : " | ") + std::to_string(q.depth) + ":" + Cut(text, q.content) +
           (q.closed ? "+" : "-");
  }
  return out;
}

}  // namespace

TEST_CASE("where sentences end") {
  struct Row {
    std::string text, sentences;
  };
  const Row rows[] = {
      {"Five died. Six fled.", "Five died. | Six fled."},
      {"Dr. Khan saw 1.5 million flee. 200 died.", "Dr. Khan saw 1.5 million flee. | 200 died."},
      {"J. Smith died.", "J. Smith died."},
      {"J. R. R. Barlow and George H.W. Stone met. They left.",
       "J. R. R. Barlow and George H.W. Stone met. | They left."},
      {"“He died.” She fled.", "“He died.” | She fled."},
      {"\"He died.\" She fled.", "\"He died.\" | She fled."},
      {"(He died.) She fled.", "(He died.) | She fled."},
      {"Who died? nobody said", "Who died? nobody said"},
      {"“Who died?” he asked. “Stop!” They ran.", "“Who died?” he asked. | “Stop!” | They ran."},
      {"Head line\n\nBody text.", "Head line | Body text."},
      {"on Oct. 12 at 5 p.m. local time. Then", "on Oct. 12 at 5 p.m. local time. | Then"},
      {"It struck at 5 p.m. Thursday. It stopped at 9 a.m. Police came.",
       "It struck at 5 p.m. Thursday. | It stopped at 9 a.m. | Police came."},
      {"Lt. Col. Ray and Brig. Gen. Noor of the U.S. Army spoke.",
       "Lt. Col. Ray and Brig. Gen. Noor of the U.S. Army spoke."},
      {"They flew to the U.S. The rest stayed.", "They flew to the U.S. | The rest stayed."},
      {"Acme Inc. Chairman Roe left. He works at Acme Inc. The firm",
       "Acme Inc. Chairman Roe left. | He works at Acme Inc. | The firm"},
      {"He said no. The army said yes. No. 5 Squadron flew.",
       "He said no. | The army said yes. | No. 5 Squadron flew."},
      {"They waited... and left... Then it rained… Nobody came.",
       "They waited... and left... | Then it rained… | Nobody came."},
      {"Five died.[12] Six fled.", "Five died.[12] | Six fled."},
      {"Five men were killed.The army left.", "Five men were killed. | The army left."},
      {"See www.example.org or v1.2. It works.", "See www.example.org or v1.2. | It works."},
      {"1. Killed: 58. Wounded: 3", "1. Killed: 58. | Wounded: 3"},
      {"GEN. ROJAS DIED. NO. THE ARMY LEFT.", "GEN. ROJAS DIED. | NO. | THE ARMY LEFT."},
      {"", ""},
      {" \n\t ", ""},
  };
  for (const Row& row : rows) CHECK(Sentences(row.text) == row.sentences);
}

TEST_CASE("lines wrapped by hand are one paragraph, other lines are paragraphs") {
  const std::string wrapped =
      "CITY, 9 JAN 90 -- THE ARMY HAS EXPRESSED ITS REGRET OVER THE DEATHS OF SIX\n"
      "FARMERS WHO WERE KILLED WHEN A PATROL OPENED FIRE ON A TRUCK IN THE NORTH OF\n"
      "THE COUNTRY LATE ON SATURDAY EVENING, ACCORDING TO A STATEMENT WHICH THE PRESS\n"
      "OFFICE ISSUED.\n"
      "   THE FARMERS WERE ON THEIR WAY HOME.\n";
  CHECK(ReadText(wrapped, English(), true).paragraphs.size() == 2);
  const std::string lines =
      "The army has expressed its regret over the deaths of six farmers.\n"
      "They were killed when a patrol opened fire on a truck in the north.\n"
      "Nobody was held.\n";
  CHECK(ReadText(lines, English(), true).paragraphs.size() == 3);
  CHECK(Sentences("The patrol opened fire on a truck in the north and\nkilled six farmers.") ==
        "The patrol opened fire on a truck in the north and\nkilled six farmers.");
  CHECK(ReadText("Morning brief\nSeptember 10\nFive died.", English(), true).paragraphs.size() ==
        3);
}

TEST_CASE("what the tokens are") {
  struct Row {
    std::string text, words;
  };
  const Row rows[] = {
      {"the Taliban’s 1,200 men", "the Taliban ’s 1,200 men"},
      {"five-year-old", "five - year - old"},
      {"didn't 10/11, 4.5.", "didn't 10 / 11 , 4.5 ."},
      {"soldiers' posts", "soldiers ' posts"},
      {"$5m Su-25", "$ 5 m Su - 25"},
      {"“two”\xC2\xA0men—٥٨ fled", "“ two ” men — ٥٨ fled"},
  };
  for (const Row& row : rows) CHECK(Words(row.text) == row.words);
}

TEST_CASE("quotations") {
  struct Row {
    std::string text, quotations;
  };
  const Row rows[] = {
      {"“Five died,” he said. “Six fled", "0:Five died,+ | 0:Six fled-"},
      {"\"Five died,\" he said, \"and six fled.\"", "0:Five died,+ | 0:and six fled.+"},
      {"«Five died», he said. „Six fled“, he said.", "0:Five died+ | 0:Six fled+"},
      {"“He said ‘five died’ there,” she said.", "0:He said ‘five died’ there,+ | 1:five died+"},
      {"'Five died,' he said.", "0:Five died,+"},
      {"the soldiers' post, the '90s and the men's huts", ""},
      {"“We didn’t lose the soldiers’ post,” he said.", "0:We didn’t lose the soldiers’ post,+"},
      {"“Five died. More fled.\n\n“Six fled,” he said.", "0:Five died. More fled.- | 0:Six fled,+"},
      {"“Five died. The army said no.\n\nIt rained.", "0:Five died.-"},
      {"The 6\" shell killed five.", ""},
      {"” five died", ""},
  };
  for (const Row& row : rows) CHECK(Quotations(row.text) == row.quotations);
}

TEST_CASE("kinds of paragraphs") {
  struct Row {
    std::string text, kinds;
  };
  const Row rows[] = {
      {"icon-facebook icon-twitter\nFive died.\n", "furniture body"},
      {"Strikes go on\n\nFive died.\n\n- Killed: 58\n\n• Wounded: 3\n\n2. Missing: 1",
       "heading body list_item list_item list_item"},
      {"Read more: who rules the north\n\nTags: army, north", "furniture furniture"},
      {"Published 18 October 2025, 14:05 GMT\n\nFive died.", "date_line body"},
      {"Smoke rises over the town [Ali Noor/AFP]\n\nFile photo: a gun", "caption caption"},
      {"We lost five men. — Ministry of Defence (@mod) October 18, 2025", "post"},
      {"“We lost five men in the north,” he said. It rained.\n\n“We lost five men in the north”",
       "body pull_quote"},
  };
  for (const Row& row : rows) CHECK(Kinds(row.text) == row.kinds);
}

TEST_CASE("time stamps of live blogs hold until the next one") {
  const auto layer = ReadText(
      "Live\n\n14:05 GMT: Five died.\n\nSix fled.\n\n9.40pm\n\nIt rained.\n\n3.5 million fled.",
      English(), true);
  std::vector<int> minutes;
  for (const Paragraph& p : layer.paragraphs) minutes.push_back(p.minute ? *p.minute : -1);
  CHECK(minutes == std::vector<int>{-1, 845, 845, 1300, 1300, 1300});
}

TEST_CASE("the scan passes over articles without a trigger") {
  const std::string dull = "It snowed.\n\nThe sea is calm.";
  CHECK(ReadText(dull, English(), false).tokens.empty());
  CHECK_FALSE(ReadText(dull, English(), true).tokens.empty());
  const auto layer =
      ReadText(dull + "\n\nThe army said that 58 soldiers were killed.", English(), false);
  for (const Sentence& sentence : layer.sentences) CHECK(sentence.end_token > sentence.first_token);
  CHECK(layer.sentences.back().candidate);
}

TEST_CASE("candidates are the sentences that may hold a claim, and those that go on with one") {
  struct Row {
    const char* text;
    const char* candidates;  // a mark for each sentence
  };
  const Row rows[] = {
      {"It was cold for 3 hours. Larks sang. Crops grew.", "---"},
      {"It was cold for 3 hours. Five died. Crops grew.", "-x-"},
      {"Ten died. Nine of them were children. Larks sang. It was cold for 3 hours.", "xx-x"},
      {"Ten died. Larks sang. Larks sang. Larks sang. Nine of them were children.", "x----"},
      {"There were no attacks for 3 days. Larks sang.", "x-"},
      {"Generals met 5 envoys. It said more would follow. Larks sang.", "xx-"},
  };
  for (const Row& row : rows) {
    std::string marks;
    for (const Sentence& sentence : ReadText(row.text, English(), false).sentences)
      marks += sentence.candidate ? 'x' : '-';
    INFO(row.text);
    CHECK(marks == row.candidates);
  }
}

TEST_CASE("the scan sees which sentences hold all that a claim needs") {
  struct Row {
    const char* text;
    const char* tells;  // a mark for each sentence: alone, after others, not at all
  };
  const Row rows[] = {
      {"Five soldiers died. Five died. Crops grew.", "aa-"},
      {"It took 12 hostage. It took him hostage.", "a-"},
      {"They destroyed 12 tanks. They destroyed 12. They destroyed tanks.", "ao-"},
      {"A soldier was killed. Nobody was killed. The soldiers were killed.", "aa-"},
      {"There were no attacks. There were attacks. There were no larks.", "a-o"},
      {"It made 12 raids. It made 12 cakes.", "ao"},
  };
  for (const Row& row : rows) {
    std::string marks;
    for (const Sentence& sentence : ReadText(row.text, English(), true).sentences)
      marks += sentence.tells == Tells::kAlone         ? 'a'
               : sentence.tells == Tells::kAfterOthers ? 'o'
                                                       : '-';
    INFO(row.text);
    CHECK(marks == row.tells);
  }
  CHECK(ReadText("The toll is lower than that of 1998. It snowed.", English(), false, true)
            .tokens.size() > 0);
  CHECK(ReadText("It made 12 cakes. Larks sang.", English(), false, true).tokens.empty());
}

TEST_CASE("claims are the same with and without the scan") {
  const Ingested read =
      Ingest({std::string(SOURCE_DIR) + "/claims/articles"}, ShippedRules(), IngestOptions{});
  REQUIRE_FALSE(read.documents.empty());
  for (Document document : read.documents) {
    ExtractOptions options;
    const Extraction some = Extract(&document, ShippedRules(), options);
    options.claims_only = true;
    const Extraction bare = Extract(&document, ShippedRules(), options);
    options.claims_only = false;
    options.whole_text = true;
    const Extraction all = Extract(&document, ShippedRules(), options);
    INFO(document.path);
    CHECK(some == all);
    CHECK(bare.claims == all.claims);
  }
}

TEST_CASE("one person named by a people is found by the scan") {
  for (const bool claims_only : {false, true}) {
    Document document;
    document.text = "A Briton was killed.";
    ExtractOptions options;
    options.claims_only = claims_only;
    CHECK(Extract(&document, ShippedRules(), options).claims.size() == 1);
  }
}
