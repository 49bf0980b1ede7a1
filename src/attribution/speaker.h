#pragma once
#include <optional>

#include "attribution/passage.h"
#include "model/attribution.h"

namespace counterclaim {

// What the words of a source tell by themselves, before the text around them
// is asked.
struct Speaker {
  std::uint32_t first_token = 0, end_token = 0;
  std::optional<PartyId> party;  // whom they name
  std::optional<Person> person;
  const SpeakerNoun* noun = nullptr;  // "spokesman", "residents": the head
  std::uint32_t head_end = 0;         // token behind the head; 0: none
  WordId head = kUnknownWord;         // the head's word: "the ministry" is a ministry named before
  std::optional<std::string>
      organ;                 // "the army", "the defence minister": of a state yet to be found
  bool elsewhere = false;    // an embassy: not of the state where it stands
  bool local = false;        // a mayor, a health ministry: of the place told about
  bool named_apart = false;  // the capitals are the person's own: "the spokesman, Colonel Drozh"
  bool of_body = false;      // the capitals name a body: "the head of the Southern Squadron"
  bool qualified = false;    // "a European official": of nobody that a rule knows
  bool possessed = false;    // "its spokesman"
  std::uint64_t words = 0;   // CueWord bits of a pronoun
  bool neutral = false;      // doctors, residents, a hospital: speak for no side
  bool definite = false;     // opens with a determiner
  bool document = false;     // "the statement"
  std::string capitals;      // words with a capital that no rule knows: "Yusuf"

  bool pronoun() const { return words != 0; }
};

// Reads the source at `span`. "A spokesman for the Pakistani army" is
// pak/army; "residents of Kabul" are nobody's.
Speaker ReadSpeaker(const Text& text, const Rulebook& rulebook, std::optional<Day> day, Span span);

}  // namespace counterclaim
