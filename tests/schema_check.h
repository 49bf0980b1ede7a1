#pragma once
// A validator for the part of JSON Schema that tests/schemas uses: type, enum,
// required, properties, additionalProperties, items, minItems, maxItems,
// minLength, minimum, anyOf, $ref (to "#/$defs/x" or to a file beside).
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace counterclaim {

class SchemaCheck {
 public:
  using Json = nlohmann::json;

  explicit SchemaCheck(std::string folder) : folder_(std::move(folder)) {}

  // "" or the first thing in `value` that the schema of that file refuses.
  std::string Problem(const std::string& file, const Json& value) const {
    const Json root = Load(file);
    return Check(root, root, value, "$");
  }

 private:
  Json Load(const std::string& file) const {
    std::ifstream in(folder_ + "/" + file);
    return Json::parse(in);
  }

  static bool IsType(const std::string& type, const Json& v) {
    if (type == "object") return v.is_object();
    if (type == "array") return v.is_array();
    if (type == "string") return v.is_string();
    if (type == "boolean") return v.is_boolean();
    if (type == "integer") return v.is_number_integer();
    if (type == "number") return v.is_number();
    return type == "null" && v.is_null();
  }

  std::string Check(const Json& root, const Json& schema, const Json& v,
                    const std::string& at) const {
    if (schema.contains("$ref")) {
      const std::string ref = schema["$ref"];
      if (ref.rfind("#/", 0) == 0)
        return Check(root, root.at(Json::json_pointer(ref.substr(1))), v, at);
      const Json other = Load(ref);
      return Check(other, other, v, at);
    }
    if (schema.contains("type")) {
      const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
      bool any = false;
      for (const Json& type : types) any = any || IsType(type.get<std::string>(), v);
      if (!any) return at + ": wrong type: " + v.dump();
    }
    if (schema.contains("enum")) {
      bool any = false;
      for (const Json& each : schema["enum"]) any = any || each == v;
      if (!any) return at + ": not one of the known values: " + v.dump();
    }
    if (schema.contains("anyOf")) {
      std::string problem;
      bool any = false;
      for (const Json& each : schema["anyOf"]) {
        const std::string found = Check(root, each, v, at);
        any = any || found.empty();
        problem = found;
      }
      if (!any) return problem;
    }
    if (v.is_string() && schema.contains("minLength") &&
        v.get<std::string>().size() < schema["minLength"])
      return at + ": too short";
    if (v.is_number() && schema.contains("minimum") &&
        v.get<double>() < schema["minimum"].get<double>())
      return at + ": too small";
    return v.is_object()  ? CheckObject(root, schema, v, at)
           : v.is_array() ? CheckArray(root, schema, v, at)
                          : "";
  }

  std::string CheckObject(const Json& root, const Json& schema, const Json& v,
                          const std::string& at) const {
    for (const Json& key : schema.value("required", Json::array())) {
      if (!v.contains(key.get<std::string>())) return at + ": without " + key.dump();
    }
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [key, item] : v.items()) {
      if (properties.contains(key)) {
        const std::string problem = Check(root, properties[key], item, at + "." + key);
        if (!problem.empty()) return problem;
      } else if (schema.value("additionalProperties", true) == false) {
        return at + ": unknown key " + key;
      }
    }
    return "";
  }

  std::string CheckArray(const Json& root, const Json& schema, const Json& v,
                         const std::string& at) const {
    if (v.size() < schema.value("minItems", 0u)) return at + ": too few";
    if (schema.contains("maxItems") && v.size() > schema["maxItems"]) return at + ": too many";
    for (std::size_t i = 0; schema.contains("items") && i < v.size(); ++i) {
      const std::string problem =
          Check(root, schema["items"], v[i], at + "[" + std::to_string(i) + "]");
      if (!problem.empty()) return problem;
    }
    return "";
  }

  std::string folder_;
};

}  // namespace counterclaim
