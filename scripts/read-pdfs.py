# PDF files → the text that pypdf and pdfminer find in them, as JSON: {"pypdf": [text, …], "pdfminer": [text, …]}.
# A library that is not installed is left out.

import json
import sys

files = sys.argv[1:]
found = {}

try:
    import pypdf
except ImportError:
    pass
else:
    found["pypdf"] = [
        "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages) for file in files
    ]

try:
    from pdfminer.high_level import extract_text
except ImportError:
    pass
else:
    found["pdfminer"] = [extract_text(file) for file in files]

print(json.dumps(found))
