"""Writes the table of countries and provinces that src/rulebook/iso_places.cc includes.

usage: iso_table.py FOLDER_OF_ISO_CODES_JSON OUTPUT

Names are written as the news writes them: without brackets and marks above or
below letters, without the native word for "province".
"""
import json
import re
import sys
import unicodedata

MUNICIPAL = ("municipality", "commune", "local council", "parish", "popularate", "quarter", "rayon",
             "administrative atoll", "canton", "city with county rights", "development region")
NATIVE_WORDS = re.compile(
    r"(, respublika| respublika| oblast'?| kraj| kray| avtonomnyj okrug| avtonomnyy okrug"
    r"| avtonomnaja oblast'| shi| sheng| zizhiqu)$", re.I)
MARKS = dict.fromkeys(map(ord, "‘’ʻʼʿʾ`ʹ"), None)
LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ð": "d",
                         "þ": "th", "ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H"})


def plain(name):
    """The name in letters of the Latin alphabet without marks."""
    name = unicodedata.normalize("NFD", name.translate(MARKS).translate(LETTERS))
    return "".join(c for c in name if not unicodedata.combining(c))


def spellings(name):
    """The spellings of one province, the commonest first."""
    name = re.sub(r"\s*[\[(].*?[\])]", "", name).strip()
    name = NATIVE_WORDS.sub("", name).strip()
    if "," in name:
        return [name]
    return list(dict.fromkeys([plain(name), unicodedata.normalize("NFC", name)]))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    folder, output = sys.argv[1:]
    with open(folder + "/iso_3166-1.json", encoding="utf-8") as file:
        countries = json.load(file)["3166-1"]
    with open(folder + "/iso_3166-2.json", encoding="utf-8") as file:
        provinces = json.load(file)["3166-2"]
    lines = ["constexpr IsoCountry kIsoCountries[] = {"]
    for each in sorted(countries, key=lambda c: c["alpha_2"]):
        name = each.get("common_name", each["name"]).split(",")[0]
        fields = (each["alpha_2"], each["alpha_3"].lower(), name)
        lines.append("    {" + ", ".join(map(quoted, fields)) + "},")
    lines += ["};", "constexpr IsoProvince kIsoProvinces[] = {"]
    for each in sorted(provinces, key=lambda p: p["code"]):
        if "parent" in each and each["type"] not in ("Province", "Department", "Metropolitan department"):
            continue
        names = spellings(each["name"])
        municipal = each["type"].lower().startswith(MUNICIPAL) or "," in names[0]
        fields = [quoted(each["code"]), quoted(names[0]), quoted(names[1] if len(names) > 1 else ""),
                  "false" if municipal else "true"]
        lines.append("    {" + ", ".join(fields) + "},")
    lines.append("};")
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
