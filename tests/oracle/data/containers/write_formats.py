#!/usr/bin/env python3
"""formats.xlsx: a sheet whose numbers are shown as percentages, with signs of thousands, and as dates (openpyxl)."""
import datetime

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["id", "fft_1", "share", "count", "age", "day"])
rows = [
    # share and its format, count, age band (one became a date in Excel)
    ("a", 1, (0.8, "0%"), 1234, "1-2", datetime.date(2026, 3, 2)),
    ("b", 2, (0.29, "0.0%"), 12, datetime.date(2026, 2, 1), None),
    ("c", 0.5, (0.07, "0.00%;[Red]-0.00%"), 1234567, "45-54", None),
    ("d", 3, ("95%", "General"), "2,345", "55-64", None),
    ("e", 4, (1, '"about "0%'), "*", "1-2", None),
    ("f", 5, (80, '0"%"'), "-", "1-2", None),
]
for id_, answer, (share, format_), count, age, day in rows:
    sheet.append([id_, answer, share, count, age, day])
    row = sheet.max_row
    sheet.cell(row, 3).number_format = format_
    sheet.cell(row, 4).number_format = "#,##0"
    if answer == 0.5:
        sheet.cell(row, 2).number_format = "0%"
    if isinstance(age, datetime.date):
        sheet.cell(row, 5).number_format = "d-mmm"
book.save("formats.xlsx")
