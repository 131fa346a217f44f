#!/usr/bin/python3
"""Writes Stata files (pandas), a SAS transport file (by hand, after SAS TS-140) and workbooks (openpyxl, XlsxWriter)."""
import datetime as dt
import struct

import openpyxl
import pandas as pd
import xlsxwriter

# ---- Stata ------------------------------------------------------------------------------------------------------
frame = pd.DataFrame({
    "id": ["r1", "r2", "r3"],
    "level": pd.Series([1, 5, 3], dtype="int8"),
    "count": pd.Series([1, 40000, -7], dtype="int32"),
    "share": pd.Series([0.1, 2.5, None], dtype="float32"),
    "big": [123456789012.0, 0.1, None],
    "born": pd.to_datetime(["2026-03-02", "1959-12-31", "2024-02-29"]),
    "seen": pd.to_datetime(["2026-03-02 09:04:30", "1960-01-01 00:00:00", "2024-02-29 23:59:59.250"]),
    "month": pd.to_datetime(["2026-03-01", "1959-12-01", "2024-02-01"]),
    "note": ["plain", "two, with \"a\" comma", "line one\nline two"],
})
dates = {"born": "td", "seen": "tc", "month": "tm"}
labels = {"level": {1: "No problems", 5: "Extreme problems"}}
for version in (114, 117, 118):
    more = {"convert_strl": ["note"]} if version >= 117 else {}
    frame.to_stata(f"pandas_{version}.dta", write_index=False, version=version, convert_dates=dates, value_labels=labels,
                   variable_labels={"level": "How are you?"}, time_stamp=dt.datetime(2026, 1, 2), **more)


# ---- SAS transport, version 5 -----------------------------------------------------------------------------------
def card(text):
    return text.ljust(80).encode("ascii")


def ibm(value):
    """A double in the form of IBM's System/360: base 16, excess 64, 56 bits of fraction."""
    if isinstance(value, str):  # "." and ".A": missing
        return value[-1].encode("ascii") + bytes(7)
    if value == 0:
        return bytes(8)
    sign, value, exponent = (0x80 if value < 0 else 0), abs(value), 64
    while value >= 1:
        value, exponent = value / 16, exponent + 1
    while value < 1 / 16:
        value, exponent = value * 16, exponent - 1
    return bytes([sign | exponent]) + int(value * 2**56).to_bytes(7, "big")


def transport(path, columns, rows):
    zeros = "0" * 30
    out = card("HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!" + zeros)
    out += card("SAS     SAS     SASLIB  9.4     LINUX   " + " " * 24 + "02JAN26:00:00:00") + card("02JAN26:00:00:00")
    out += card("HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!000000000000000001600000000140")
    out += card("HEADER RECORD*******DSCRPTR HEADER RECORD!!!!!!!" + zeros)
    out += card("SAS     SURVEY  SASDATA 9.4     LINUX   " + " " * 24 + "02JAN26:00:00:00")
    out += card("02JAN26:00:00:00                " + "Survey".ljust(40))
    out += card(f"HEADER RECORD*******NAMESTR HEADER RECORD!!!!!!!000000{len(columns):04d}" + "0" * 20)
    place, names = 0, b""
    for number, (name, label, form, width) in enumerate(columns, 1):
        names += struct.pack(">hhhh8s40s8shhh2s8shhl52s", 2 if width else 1, 0, width or 8, number,
                             name.ljust(8).encode(), label.ljust(40).encode("cp1252"), form.ljust(8).encode(), 0, 0, 0,
                             bytes(2), b" " * 8, 0, 0, place, bytes(52))
        place += width or 8
    out += names + b" " * (-len(names) % 80)
    out += card("HEADER RECORD*******OBS     HEADER RECORD!!!!!!!" + zeros)
    cells = b"".join(cell.encode("cp1252").ljust(width) if width else ibm(cell)
                     for row in rows for cell, (_, _, _, width) in zip(row, columns))
    with open(path, "wb") as file:
        file.write(out + cells + b" " * (-len(cells) % 80))


day, second = lambda y, m, d: (dt.date(y, m, d) - dt.date(1960, 1, 1)).days, 86400
transport("by_hand.xpt",
          [("ID", "", "", 6), ("LEVEL", "How are you?", "", 0), ("SHARE", "", "", 0), ("BORN", "", "DATE", 0),
           ("SEEN", "", "DATETIME", 0), ("TOOK", "", "TIME", 0), ("TOWN", "Café", "", 10)],
          [("r1", 1, 0.125, day(2026, 3, 2), day(2026, 3, 2) * second + 9 * 3600 + 270, 725, "Zürich"),
           ("r2", ".A", -1000000, day(1959, 12, 31), 0, 93600, ""),
           ("r3", ".", 118.625, ".", ".", "._", "York, UK")])

# Records without any value between the others.
transport("blank.xpt", [("ID", "", "", 8), ("FFT_1", "", "", 0), ("WAIT", "", "", 0)],
          [("a", 1, 3), ("", ".", "."), ("c", 3, "."), ("", ".", "."), ("e", 5, 2)])

# ---- workbooks --------------------------------------------------------------------------------------------------
rows = [
    ["id", "when", "day", "clock", "score", "long", "flag", "note", None],
    ["00C", dt.datetime(2026, 3, 2, 9, 4, 30), dt.date(2024, 2, 29), dt.time(9, 5), 8, 0.1, True, "Café – “quoted”", None],
    ["10E", dt.datetime(1999, 12, 31, 23, 59, 59), dt.date(1910, 3, 1), dt.time(0, 0, 1), -3.25, 1e-3, False,
     " spaces ", None],
    [],
    ["99E", None, None, None, 123456789012, 1 / 3, None, "line one\nline two", None],
]


def as_dates(sheet, book):
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if isinstance(cell, dt.datetime):
                sheet.write_datetime(row, column, cell, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))
            elif isinstance(cell, dt.date):
                sheet.write_datetime(row, column, cell, book.add_format({"num_format": "d mmm yyyy"}))
            elif isinstance(cell, dt.time):
                sheet.write_datetime(row, column, cell, book.add_format({"num_format": "hh:mm:ss"}))
            elif cell is not None:
                sheet.write(row, column, cell)


for name, options in {"plain": {}, "inline": {"constant_memory": True}, "1904": {"date_1904": True}}.items():
    book = xlsxwriter.Workbook(f"xlsxwriter_{name}.xlsx", options)
    book.set_properties({"created": dt.datetime(2026, 1, 2)})
    book.add_worksheet("Empty")
    as_dates(book.add_worksheet("Answers & more"), book)
    book.close()

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Answers & more"
for number, line in enumerate(rows, 1):
    for column, cell in enumerate(line, 1):
        if cell is not None:
            sheet.cell(number, column, cell)
sheet.merge_cells("A7:C8")
hidden = book.create_sheet("Hidden", 0)
hidden["A1"] = "not this one"
hidden.sheet_state = "hidden"
book.active = 1
book.save("openpyxl.xlsx")
