#pragma once
// The objects of OUTPUT.md, written (json_line.h reads them): one claim is the same object in
// `extract`, in a run and in the ledger. Written with a stable order of keys;
// unknown is null or left out. Fields beyond those of the contract (bound,
// readings, sentence_text ...) are written so that a claim read back compares
// as the one that was written; `steps` alone are not kept.
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "model/claim.h"
#include "model/document.h"

namespace counterclaim {

nlohmann::ordered_json ToJson(const Claim& claim);
nlohmann::ordered_json ToJson(const Document& document);  // without its text
nlohmann::ordered_json ToJson(const Refused& refused);
nlohmann::ordered_json ToJson(const UnreadSentence& unread);
nlohmann::ordered_json ToJson(Span span);          // [begin, end]
nlohmann::ordered_json ToJson(Interval interval);  // [low, high]; null = no limit

// The line of a claim, written without a tree in between.
std::string ClaimLine(const Claim& claim);

// One line without a line end; bad UTF-8 is replaced, never thrown at.
std::string Line(const nlohmann::ordered_json& json);

}  // namespace counterclaim
