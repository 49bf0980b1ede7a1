"""Writes the table of countries and provinces that src/rulebook/iso_places.cc includes.

usage: iso_table.py FOLDER_OF_ISO_CODES_JSON CLDR_SUBDIVISIONS_EN OUTPUT

Names are written as the news writes them: without brackets and marks above or
below letters, without the native word for "province". Where CLDR has another
name in English ("Bavaria" for Bayern), the province has that one as well.
"""
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree

MUNICIPAL = ("municipality", "commune", "local council", "parish", "popularate", "quarter", "rayon",
             "administrative atoll", "canton", "city with county rights", "development region")
NATIVE_WORDS = re.compile(
    r"(, respublika| respublika| oblast'?| kraj| kray| avtonomnyj okrug| avtonomnyy okrug"
    r"| avtonomnaja oblast'| shi| sheng| zizhiqu)$", re.I)
# Numbered anew since: CLDR's codes and those of ISO are of different provinces.
RENUMBERED = ("IR", "MA")
# Codes that ISO has changed since an older release of iso-codes.
RENAMED = {"IN-CT": "IN-CG", "IN-OR": "IN-OD", "IN-TG": "IN-TS", "IN-UT": "IN-UK"}
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


def code_of(province):
    return RENAMED.get(province["code"], province["code"])


def english(code, names, known):
    """CLDR's name of a province in English, where it is none that ISO has."""
    name = re.sub(r"[’ʻ]", "'", names.get(code.replace("-", "").lower(), "")).strip("²")
    if code[:2] in RENUMBERED or not re.match(r"^[\w .'-]+$", name):
        return ""
    bare = [re.sub(r"\W", "", plain(each)).casefold() for each in (name, *known)]
    return "" if bare[0] in bare[1:] else unicodedata.normalize("NFC", plain(name))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    folder, subdivisions, output = sys.argv[1:]
    names_in_english = {each.get("type"): each.text
                        for each in xml.etree.ElementTree.parse(subdivisions).iter("subdivision")}
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
    for each in sorted(provinces, key=code_of):
        if "parent" in each and each["type"] not in ("Province", "Department", "Metropolitan department",
                                                     "Governorate"):
            continue
        names = spellings(each["name"])
        municipal = each["type"].lower().startswith(MUNICIPAL) or "," in names[0]
        fields = [quoted(code_of(each)), quoted(names[0]), quoted(names[1] if len(names) > 1 else ""),
                  quoted("" if municipal else english(each["code"], names_in_english, names)),
                  "false" if municipal else "true"]
        lines.append("    {" + ", ".join(fields) + "},")
    lines.append("};")
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
