"""Prints a workbook as JSON: for each sheet its name, frozen cell, widths of columns, and rows of [type, value, link].

    read_workbook.py FILE
"""

import json
import sys

import openpyxl

with open(sys.argv[1], "rb") as file:
    book = openpyxl.load_workbook(file)
sheets = [
    {
        "name": sheet.title,
        "frozen": sheet.freeze_panes,
        "widths": [dimension.width for _, dimension in sorted(sheet.column_dimensions.items())],
        "rows": [
            [[cell.data_type, cell.value, cell.hyperlink.target if cell.hyperlink else None] for cell in row]
            for row in sheet.iter_rows()
        ],
    }
    for sheet in book
]
print(json.dumps(sheets, ensure_ascii=False))
