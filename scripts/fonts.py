"""Subsets Source Serif 4; writes style/fonts.css and the font of preview pictures. Run by scripts/fonts, which prepares it.

Two roman fonts for pages, one a weight, because a variable one is larger than both, and the home page needs only that of headings.
Optical size fixed at that of a heading, letters of Vietnamese and English and the signs of printed quantities; other letters come
from the fonts of the system. Figures of this font are lining and tabular by default. The font of preview pictures is a variable one, with
the letters of western European languages as well.

While they load, text is set in a font of the system of the same weight, scaled to the same line height and the same average width
over Vietnamese letters, so that the swap causes no layout shift.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SOURCES, ROOT = Path(sys.argv[1]), Path(sys.argv[2])
ROMAN = SOURCES / "source-serif@4.5.1" / "VAR" / "SourceSerif4Variable-Roman.ttf"
FAMILY, OPTICAL_SIZE = "Thi Dua Serif", 24
# Weight, name and most bytes of each font of pages; headings first.
PAGE_FONTS = [(600, "serif.woff2", 16_000), (400, "serif-400.woff2", 16_000)]
PICTURE_WEIGHTS = (400, 700)

# Vietnamese and English, and what quantities are printed with. Decomposed letters are composed by the browser.
CHARACTERS = {
    *range(0x20, 0x7F),
    *range(0x1EA0, 0x1EFA),  # Vietnamese letters with a tone
    *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"),
    *map(ord, "“”‘’–—…«»‹›·•×÷−≥≤≈‰°²³₫€"),
    *(0xA0, 0x2009, 0x2010, 0x202F),  # spaces that do not break, thin space, hyphen
}
PICTURE_CHARACTERS = {
    *CHARACTERS,
    *range(0xA0, 0x100),  # Latin-1
    *map(ord, "ŒœŠšŽžŸı≠→←↑↓↗†′″"),
    *(0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323),  # marks of decomposed letters
}
FEATURES = ["kern", "liga"]
PICTURE_FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "tnum"]

# Fallbacks: name of the family here, names under which a system may have it, and for each weight the file with its widths and the ending
# of the names.
FALLBACKS = [
    ("Georgia", ["Georgia", "Gelasio"], "@fontsource-gelasio@5.3.0/files/gelasio-latin-{}-normal.woff2", (700, 400)),
    (
        "Times",
        ["Times New Roman", "Times", "Liberation Serif", "Tinos"],
        "@fontsource-tinos@5.3.0/files/tinos-latin-{}-normal.woff2",
        (700, 400),
    ),
    ("Noto", ["Noto Serif"], "@fontsource-noto-serif@5.3.0/files/noto-serif-latin-{}-normal.woff2", (700, 400)),
    ("DejaVu", ["DejaVu Serif"], "dejavu-fonts-ttf@2.37.3/ttf/DejaVuSerif{}.ttf", ("-Bold", "")),
]

# Typical text, for the frequencies of letters.
SAMPLE = """Liên đoàn Lao động quận phát động đợt thi đua lập thành tích chào mừng Đại hội Công đoàn
Phong trào Lao động giỏi, Lao động sáng tạo Giỏi việc nước, đảm việc nhà Xanh, sạch, đẹp, bảo đảm an toàn vệ sinh
Biểu dương công nhân giỏi và tập thể có sáng kiến trong năm 2022 với trên 4.750 lượt đoàn viên tham gia"""


def build(characters: set[int], features: list[str], weight: int | tuple[int, int]) -> TTFont:
    # Without a timestamp, so that the same characters give the same file.
    font = TTFont(ROMAN, recalcTimestamp=False)
    missing = sorted(characters - set(font.getBestCmap()))
    if missing:
        sys.exit(f"the font has no {' '.join(f'U+{c:04X}' for c in missing)}")
    options = subset.Options(layout_features=features, hinting=False, notdef_outline=True, glyph_names=False)
    # Keeps copyright and licence in the file.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": weight, "opsz": OPTICAL_SIZE})
    # The licence reserves the name "Source" for the unchanged font.
    for id, name in {1: FAMILY, 3: f"4.005;{FAMILY}", 4: FAMILY, 6: FAMILY.replace(" ", "")}.items():
        font["name"].setName(name, id, 3, 1, 0x409)
    return font


def average_width(font: TTFont) -> float:
    """Returns the width of the sample in ems per character. Tone marks have no width, so base letters are measured."""
    bare = unicodedata.normalize("NFD", SAMPLE.replace("\n", " "))
    text = [c for c in bare if not unicodedata.combining(c)]
    text = ["d" if c == "đ" else "D" if c == "Đ" else c for c in text]
    cmap, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[cmap[ord(c)]][0] for c in text) / len(text) / font["head"].unitsPerEm


def face(weight: int, file: str) -> str:
    return f"""@font-face {{
  font-family: "{FAMILY}";
  src: url("fonts/{file}") format("woff2");
  font-weight: {weight};
  font-display: swap;
}}
"""


def fallback_face(name: str, local: list[str], file: str, weight: int, font: TTFont) -> str:
    size = average_width(font) / average_width(TTFont(SOURCES / file))
    hhea, em = font["hhea"], font["head"].unitsPerEm
    percent = lambda value: f"{100 * value:.2f}%"
    # A bold font has its full name here. Without one, the browser thickens the regular font.
    bold = [f"{one} Bold" for one in local] if weight > 400 else []
    sources = ", ".join(f'local("{one}")' for one in bold + local)
    return f"""@font-face {{
  font-family: "{FAMILY} {name}";
  src: {sources};
  font-weight: {weight};
  size-adjust: {percent(size)};
  ascent-override: {percent(hhea.ascent / em / size)};
  descent-override: {percent(-hhea.descent / em / size)};
  line-gap-override: {percent(hhea.lineGap / em / size)};
}}
"""


# Uncompressed, for the preview pictures of the site builder.
build(PICTURE_CHARACTERS, PICTURE_FEATURES, PICTURE_WEIGHTS).save(ROOT / "crates" / "site" / "src" / "social_cards" / "serif.ttf")

faces, fallbacks = [], []
for position, (weight, file, most) in enumerate(PAGE_FONTS):
    font = build(CHARACTERS, FEATURES, weight)
    font.flavor = "woff2"
    out = ROOT / "public" / "fonts" / file
    font.save(out)
    size = out.stat().st_size
    if size > most:
        sys.exit(f"{file} has {size} bytes, more than {most}")
    print(f"{file}: {size} bytes, {len(font.getGlyphOrder())} glyphs, {len(CHARACTERS)} characters")
    faces.append(face(weight, file))
    for name, local, widths, styles in FALLBACKS:
        fallbacks.append(fallback_face(name, local, widths.format(styles[position]), weight, font))
(ROOT / "public" / "fonts" / "OFL.md").write_bytes((ROMAN.parent.parent / "LICENSE.md").read_bytes())

names = ", ".join(f'"{FAMILY} {name}"' for name, *_ in FALLBACKS)
css = f"""/* Generated by scripts/fonts; do not edit.
   Use it as: "{FAMILY}", {names}, serif */

{chr(10).join(faces)}
/* Fallback fonts of the reader's system, adjusted to the metrics of the web fonts, so that loading them moves nothing. */
{chr(10).join(fallbacks)}"""
(ROOT / "style" / "fonts.css").write_text(css)
