"""Writes the table of cities that src/rulebook/cities.cc includes: the places of
more than 15,000 people of GeoNames, as Debian's libgeonames has them.

usage: city_table.py FOLDER_OF_ISO_CODES_JSON OUTPUT

A key is the name in small letters with "-" for what parts its words; a name has
further keys without the marks on its letters, without an Arabic article before it
and without the word for "city" behind it. The province is that of ISO
3166-2 whose name the city's region bears, where there is one.
"""
import ctypes
import json
import re
import sys

from iso_table import code_of, plain, quoted, spellings

KINDS = re.compile(
    r"^(muhafazat|mintaqat|wilaya de|wilaya|provincia de|departamento de|departement de|provinsi|"
    r"state of|province of|region of|emirate of|governorate of|imarat) "
    r"| (province|governorate|region|state|oblast'?|department|district|prefecture|county|emirate|"
    r"division|krai|kray|voivodeship|raion|rayon|republic|wilaya|sheng|shi|special region|territory|"
    r"municipality|metropolitan|city|autonomous region)$", re.I)
ARTICLE = re.compile(r"^(al|el|ad|ar|as|ash|at|an|az)-")
CITY = re.compile(r"-(si|shi|gun|city|town)$")
SHORTEST = 4


def key(name):
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-")


def region(name):
    name = plain(name)
    while True:
        shorter = KINDS.sub("", name).strip()
        if shorter == name:
            return key(name)
        name = shorter


def cities():
    """Name, region, country and number of people of each city, in their order."""
    library = ctypes.CDLL("libgeonames.so.0")
    library.geonames_get_city.restype = ctypes.c_void_p
    library.geonames_city_free.argtypes = [ctypes.c_void_p]
    fields = []
    for name in ("name", "state", "country_code"):
        function = getattr(library, "geonames_city_get_" + name)
        function.argtypes, function.restype = [ctypes.c_void_p], ctypes.c_char_p
        fields.append(function)
    people = library.geonames_city_get_population
    people.argtypes, people.restype = [ctypes.c_void_p], ctypes.c_uint
    for index in range(library.geonames_get_n_cities()):
        city = library.geonames_get_city(index)
        yield [(field(city) or b"").decode("utf-8", "replace") for field in fields] + [people(city)]
        library.geonames_city_free(city)


def slots(keys):
    """Lines of a hash table of twice as many places or more: 1 + the first row of a key, 0 where free."""
    size = 1
    while size < 2 * len(keys):
        size *= 2
    table = [0] * size
    for row, spelling in enumerate(keys):
        if row and keys[row - 1] == spelling:
            continue
        at = 2166136261
        for byte in spelling.encode():
            at = (at ^ byte) * 16777619 & 0xFFFFFFFF
        at = (at ^ at >> 15) % size
        while table[at]:
            at = (at + 1) % size
        table[at] = row + 1
    return ["    " + "".join("%d, " % row for row in table[i:i + 16]).rstrip() for i in range(0, size, 16)]


def main():
    folder, output = sys.argv[1:]
    with open(folder + "/iso_3166-2.json", encoding="utf-8") as file:
        provinces = json.load(file)["3166-2"]
    codes = {}
    for each in provinces:
        for name in spellings(each["name"]):
            codes.setdefault((each["code"][:2], region(name)), set()).add(code_of(each))
    rows = {}
    for name, state, country, people in cities():
        found = codes.get((country, region(state)), set())
        province = next(iter(found)) if len(found) == 1 else ""
        forms = {key(name), key(plain(name))}
        forms |= {ARTICLE.sub("", form) for form in forms} | {CITY.sub("", form) for form in forms}
        for spelling in forms:
            if len(spelling) >= SHORTEST:
                row = (spelling, country)
                if row not in rows or rows[row][1] < people:
                    rows[row] = (province, people)
    # Rows without pointers, so that hardly anything is to be relocated at start. A string literal may
    # have 65536 bytes.
    lines, texts, begin = ["constexpr CityRow kCities[] = {"], [[]], 0
    ordered = sorted(rows.items(), key=lambda r: (r[0][0].encode(), r[0][1]))
    for (spelling, country), (province, people) in ordered:
        size = len(spelling.encode())
        if begin + size > 65535:
            texts.append([])
            begin = 0
        lines.append("    {%d, %d, %d, %d, %s, %s}," %
                     (len(texts) - 1, begin, people, size, quoted(country), quoted(province)))
        texts[-1].append("    " + quoted(spelling))
        begin += size
    lines += ["};", "constexpr const char* kCityKeys[] = {"]
    for text in texts:
        lines += text + ["    ,"]
    lines += ["};", "constexpr std::uint16_t kCitySlots[] = {", *slots([row[0][0] for row in ordered]), "};"]
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
