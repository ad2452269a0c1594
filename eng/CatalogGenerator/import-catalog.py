#!/usr/bin/env python3
"""Writes src/Runtime/Catalog/gemini-models.json from a research file of the same shape.

    eng/CatalogGenerator/import-catalog.py research.json > src/Runtime/Catalog/gemini-models.json

Left out: models of other vendors (kept in the research for comparison only), and what is about the research
and not about the model (the properties `guide` and `vendor`, notes that speak of the guide).
"""
import json
import sys

LEFT_OUT = ("guide", "vendor")


def rows(entry):
    for name, value in entry.items():
        if name in LEFT_OUT:
            continue
        if name == "notes" and value is not None:
            value = [note for note in value if "guide gives" not in note]
        if name == "sources":
            lines = ",\n      ".join(json.dumps(source, ensure_ascii=False) for source in value)
            yield f'    "{name}": [\n      {lines}\n    ]'
        else:
            yield f'    "{name}": {json.dumps(value, ensure_ascii=False)}'


models = [entry for entry in json.load(open(sys.argv[1], encoding="utf-8")) if entry["vendor"] == "google"]
print("[\n" + ",\n".join("  {\n" + ",\n".join(rows(model)) + "\n  }" for model in models) + "\n]")
