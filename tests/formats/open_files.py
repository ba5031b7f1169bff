"""Reads every file of a site, or of a folder of downloads, with another program.

    open_files.py FOLDER

Prints as JSON the number of files of each kind, and the files that cannot be read. A file of an unknown kind is a fault: every
kind of file that is written has a row in `KINDS`. URLs in citations, tables, pictures, feeds and sitemaps must have a host,
because these files leave the site.
"""

import collections
import csv
import gzip
import io
import json
import multiprocessing
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from urllib import robotparser
from urllib.parse import urlsplit

import bibtexparser
import html5lib
import openpyxl
import rispy
import tinycss2
from PIL import Image

# The strict HTML parser is slow and many pages are alike: only so many pages of each folder are parsed strictly.
STRICT_PAGES = 6

class Fault(Exception):
    """Fault of a file."""


def require(holds, fault):
    if not holds:
        raise Fault(fault)


def is_whole(address):
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def text_of(path):
    data = path.read_bytes()
    require(b"\0" not in data, "NUL")
    return data.decode("utf-8")


def parse_xml(path):
    return ElementTree.fromstring(text_of(path).encode("utf-8"))


def open_feed(path):
    atom = "{http://www.w3.org/2005/Atom}"
    feed = parse_xml(path)
    require(feed.tag == f"{atom}feed", "no feed")
    for entry in feed.findall(f"{atom}entry"):
        require(entry.findtext(f"{atom}title"), "an entry without title")
        require(is_whole(entry.findtext(f"{atom}id")), "an entry without an address")


def open_sitemap(path):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [place.text for place in parse_xml(path).iter(f"{space}loc")]
    require(places and all(map(is_whole, places)), "addresses without a host")


def open_svg(path):
    picture = parse_xml(path)
    require(picture.tag == "{http://www.w3.org/2000/svg}svg", "no SVG")
    require(not list(picture.iter("{http://www.w3.org/2000/svg}script")), "a script")
    for link in picture.iter("{http://www.w3.org/2000/svg}a"):
        require(is_whole(link.get("href", "")), f"a link without a host: {link.get('href')}")


def open_png(path):
    with Image.open(path) as picture:
        picture.verify()
    with Image.open(path) as picture:
        picture.load()
        require(min(picture.size) > 0, "empty")


def open_icon(path):
    with Image.open(path) as picture:
        picture.load()


def open_json(path):
    def no_constant(name):
        raise Fault(f"{name} is no JSON")

    def no_doubles(pairs):
        require(len(dict(pairs)) == len(pairs), "a key twice")
        return dict(pairs)

    return json.loads(text_of(path), parse_constant=no_constant, object_pairs_hook=no_doubles)


def open_csl(path):
    for item in open_json(path):
        require({"id", "type", "title"} <= item.keys(), "an item without id, type or title")
        require("URL" not in item or is_whole(item["URL"]), f"an address without a host: {item.get('URL')}")


def open_bibtex(path):
    text = text_of(path)
    # The parser drops invalid entries silently: every entry must be in its result.
    parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    entries = bibtexparser.loads(text, parser).entries
    require(len(entries) == len(re.findall(r"(?m)^@", text)), "entries are lost")
    for entry in entries:
        require(entry.get("title") and entry.get("ID"), "an entry without title or key")
        require("url" not in entry or is_whole(entry["url"]), f"an address without a host: {entry.get('url')}")


def open_ris(path):
    text = text_of(path)
    entries = rispy.loads(text)
    require(len(entries) == text.count("TY  - NEWS\r\n"), "records are lost")
    for entry in entries:
        require(entry.get("title") and entry.get("id"), "a record without title or id")
        for url in entry.get("urls", []):
            require(is_whole(url), f"an address without a host: {url}")


def open_csv(path):
    text = text_of(path)
    # Tables for programs are plain; the others are for Excel.
    is_plain = path.parent.name == "du-lieu" or path.stem.endswith("-cho-may")
    require(text.startswith("\ufeff") != is_plain, "a byte order mark in a table for programs, or none in one for Excel")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True))
    require(rows and len({len(row) for row in rows}) == 1, "rows of different length")
    for row in rows:
        for cell in row:
            require(not re.match(r"\s*[=+@\t\r]|\s*-(?![0-9.,]+$)", cell), f"a formula: {cell[:40]}")
    head = rows[0]
    for column in [i for i, name in enumerate(head) if name in ("page", "Liên kết", "Link")]:
        for row in rows[1:]:
            require(not row[column] or is_whole(row[column]), f"an address without a host: {row[column]}")


def open_xlsx(path):
    book = openpyxl.load_workbook(path)
    for sheet in book:
        require(sheet.freeze_panes == "A2", f"{sheet.title}: the header is not frozen")
        head = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            for name, cell in zip(head, row):
                require(cell.data_type != "f", f"{sheet.title}: a formula: {cell.value}")
                if name in ("value", "value_to", "line", "Giá trị", "Đến giá trị", "Dòng", "Value", "Value to", "Line"):
                    require(cell.value is None or isinstance(cell.value, (int, float)), f"{name}: no number: {cell.value}")
                if cell.hyperlink:
                    require(is_whole(cell.hyperlink.target), f"an address without a host: {cell.hyperlink.target}")


def open_zip(path):
    with zipfile.ZipFile(path) as archive:
        require(archive.testzip() is None, "a damaged member")


def open_page(path, strictly):
    text = text_of(path)
    for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S):
        json.loads(data)
    if not strictly:
        return
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    # Leptos separates texts by an empty comment `<!>`, which every browser accepts.
    parser.parse(text.replace("<!>", "<!---->"))
    faults = {code for _, code, _ in parser.errors}
    require(not faults, f"{sorted(faults)}")


def open_robots(path):
    robots = robotparser.RobotFileParser()
    robots.parse(text_of(path).splitlines())
    require(robots.can_fetch("*", "/") and robots.site_maps(), "no sitemap named")


def open_headers(path):
    is_block = False
    for line in filter(str.strip, text_of(path).splitlines()):
        if line[0] in "/#":
            is_block = True
            continue
        require(is_block and re.fullmatch(r"\s+[A-Za-z-]+: \S.*", line), f"no header: {line}")


def open_css(path):
    rules = tinycss2.parse_stylesheet(text_of(path), skip_whitespace=True, skip_comments=True)
    require(not any(rule.type == "error" for rule in rules), "rules that cannot be read")


def open_binary(path):
    """Checks chunks of an index: gzip, or binary data that no host should take for text."""
    data = path.read_bytes()
    require(data, "empty")
    if data[:2] == b"\x1f\x8b":
        require(gzip.decompress(data), "nothing inside")


def open_wasm(path):
    require(path.read_bytes()[:8] == b"\0asm\x01\0\0\0", "no WebAssembly")


def open_font(path):
    require(path.read_bytes()[:4] == b"wOF2", "no WOFF2")


def open_text(path):
    require(text_of(path), "empty")


# Readers of files: the first row whose pattern matches the path is used.
KINDS = [
    (r"(.*/)?feed\.xml", open_feed),
    (r"sitemap(-\d+)?\.xml", open_sitemap),
    (r".*\.csl\.json", open_csl),
    (r".*\.(json|webmanifest)", open_json),
    (r".*\.html", open_page),
    (r".*\.svg", open_svg),
    (r".*\.png", open_png),
    (r".*\.ico", open_icon),
    (r".*\.bib", open_bibtex),
    (r".*\.ris", open_ris),
    (r".*\.csv", open_csv),
    (r".*\.xlsx", open_xlsx),
    (r".*\.zip", open_zip),
    (r"robots\.txt", open_robots),
    (r"_headers", open_headers),
    (r".*\.css", open_css),
    (r".*\.bin", open_binary),
    (r".*\.gz", open_binary),
    (r".*\.wasm", open_wasm),
    (r".*\.woff2", open_font),
    # Programs are tested in browsers.
    (r".*\.js", open_text),
    (r".*\.(txt|md)", open_text),
    # List of files for the next build.
    (r"\.(thidua-files|nojekyll)", lambda path: None),
]


def opened(task):
    """Returns the kind of a file and its fault."""
    path, name, strictly = task
    pattern, opens = next(((p, o) for p, o in KINDS if re.fullmatch(p, name)), (None, None))
    if pattern is None:
        return None, f"{name}: no program knows this kind of file"
    try:
        if opens is open_page:
            opens(path, strictly)
        else:
            opens(path)
    except Exception as error:  # noqa: BLE001: any exception of a parser is a fault of the file
        return pattern, f"{name}: {type(error).__name__}: {error}"[:400]
    return pattern, None


def main():
    root = Path(sys.argv[1])
    pages, tasks = collections.Counter(), []
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        pages[path.parent.parent] += path.suffix == ".html"
        tasks.append((path, path.relative_to(root).as_posix(), pages[path.parent.parent] <= STRICT_PAGES))
    with multiprocessing.Pool(2) as pool:
        results = pool.map(opened, tasks, chunksize=16)
    counts = collections.Counter(pattern for pattern, _ in results if pattern)
    faults = [fault for _, fault in results if fault]
    print(json.dumps({"counts": counts, "faults": faults}, ensure_ascii=False))


if __name__ == "__main__":
    main()
