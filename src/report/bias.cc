#include "report/bias.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kSigmas = 1.96;  // of a 95 % interval
constexpr const char* kCaution =
    "How far the figures of each party stand above those of the others on the same slots. It says "
    "how far figures stand apart, not who is right.";

// "1.8 times"; "over 1,000 times" where a figure of digits would only mislead.
std::string Times(double bias) {
  const double factor = std::exp(bias);
  return factor >= 1000 ? "over 1,000" : fmt::format("{:.2f}", factor);
}

// "1.20 to 2.70", or why there is none.
std::string Range(const PartyBias& row) {
  if (!row.error) return "too few figures to tell";
  return Times(*row.bias - kSigmas * *row.error) + " to " + Times(*row.bias + kSigmas * *row.error);
}

std::string Reason(Unidentified reason) {
  return reason == Unidentified::kBoundsOnly
             ? "not identifiable: bounds alone (\"at least\", \"up to\")"
             : "not identifiable: no slot has a figure of its own and one of another party";
}

std::string Name(const PartyBias& row, const ReportNames& names) {
  const auto found = names.parties.find(row.party.text);
  std::string name = found == names.parties.end() ? row.party.text : found->second;
  if (!row.stake) return name;
  return name + (*row.stake == Stake::kOwnLoss     ? ", of its own losses"
                 : *row.stake == Stake::kEnemyLoss ? ", of its enemies' losses"
                                                   : ", of all else");
}

std::string LeftOut(const BiasTable& table) {
  return fmt::format(
      "Left out: {}, {}, {}.", Count(table.zeros, "zero", "zeros"),
      Count(table.vague, "vague figure", "vague figures"),
      Count(table.unplaced, "figure of no known party", "figures of no known party"));
}

std::string Counted(const PartyBias& row) {
  return Count(row.figures, "figure", "figures") + ", " + Count(row.bounds, "bound", "bounds") +
         ", " + std::to_string(row.shared) + " beside another's";
}

std::string RenderBiasText(const BiasTable& table, const ReportNames& names) {
  std::string out = std::string(kCaution) + "\n";
  std::uint32_t group = 0;
  bool open = false;
  for (const PartyBias& row : table.parties) {
    const std::string name = TerminalText(Name(row, names));
    if (row.bias) {
      if (row.group != group) out += fmt::format("\ngroup {}, times the mean:\n", row.group);
      group = row.group;
      out += fmt::format("  {:>6}  ({})  {}  [{}]\n", Times(*row.bias), Range(row), name,
                         Counted(row));
    } else {
      if (!open) out += "\n";
      open = true;
      out += fmt::format("  {}: {}  [{}]\n", name, Reason(row.unidentified), Counted(row));
    }
  }
  return out + "\n" + LeftOut(table) + "\n";
}

std::string RenderBiasMarkdown(const BiasTable& table, const ReportNames& names) {
  std::string out = "# Bias of sources\n\n" + std::string(kCaution) +
                    " Parties of different groups have no figures side by side.\n\n";
  if (!table.parties.empty()) {
    out +=
        "| party | group | times the mean of its group | 95 % interval | figures | bounds | "
        "beside another's |\n|---|---|---|---|---|---|---|\n";
  }
  for (const PartyBias& row : table.parties) {
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", MarkdownText(Name(row, names)),
                       row.bias ? std::to_string(row.group) : "",
                       row.bias ? Times(*row.bias) : Reason(row.unidentified),
                       row.bias ? Range(row) : "", row.figures, row.bounds, row.shared);
  }
  return out + (table.parties.empty() ? "" : "\n") + LeftOut(table) + "\n";
}

double Rounded(double value) {
  return std::round(value * 1e6) / 1e6 + 0.0;
}

Json ToJson(const PartyBias& row) {
  Json json = {{"party", row.party.text}};
  if (row.stake) json["stake"] = ToText(*row.stake);
  json["identifiable"] = row.bias.has_value();
  if (!row.bias) json["reason"] = ToText(row.unidentified);
  json["group"] = row.bias ? Json(row.group) : Json();
  json["log_bias"] = row.bias ? Json(Rounded(*row.bias)) : Json();
  json["standard_error"] = row.error ? Json(Rounded(*row.error)) : Json();
  json["slots"] = row.slots;
  json["shared_slots"] = row.shared;
  json["figures"] = row.figures;
  json["bounds"] = row.bounds;
  return json;
}

}  // namespace

std::string RenderBias(const BiasTable& table, const ReportNames& names,
                       const std::string& format) {
  if (format == "markdown") return RenderBiasMarkdown(table, names);
  if (format == "text") return RenderBiasText(table, names);
  std::vector<Json> rows;
  for (const PartyBias& row : table.parties) rows.push_back(ToJson(row));
  const auto dump = [](const Json& json, int indent) {
    return SafeJson(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
  };
  if (format == "jsonl") {
    std::string out;
    for (const Json& row : rows) out += dump(row, -1);
    return out;
  }
  Json json = {{"schema_version", 1},
               {"tool", {{"name", "counterclaim"}, {"version", COUNTERCLAIM_VERSION}}},
               {"bias", rows}};
  json["left_out"] = {{"zeros", table.zeros}, {"vague", table.vague}, {"unplaced", table.unplaced}};
  return dump(json, 1);
}

}  // namespace counterclaim
