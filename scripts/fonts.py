"""Subsets Source Serif 4; writes style/fonts.css and the font of preview pictures. Run by scripts/fonts, which prepares it.

One roman variable font: weights 400 to 700, optical size fixed at that of a heading, letters of Vietnamese and of western
European languages. Figures of this font are lining and tabular by default.

While it loads, text is set in a font of the system, scaled to the same line height and the same average width over Vietnamese
letters, so that the swap causes no layout shift.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SOURCES, ROOT = Path(sys.argv[1]), Path(sys.argv[2])
ROMAN = SOURCES / "source-serif@4.5.1" / "VAR" / "SourceSerif4Variable-Roman.ttf"
NAME, FAMILY = "serif.woff2", "Thi Dua Serif"
WEIGHTS, OPTICAL_SIZE, MOST_BYTES = (400, 700), 24, 60_000

CHARACTERS = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),  # Latin-1
    *range(0x1EA0, 0x1EFA),  # Vietnamese letters with a tone
    *map(ord, "ĂăĐđĨĩŨũƠơƯưŒœŠšŽžŸı"),
    *(0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323),  # the same, decomposed
    *map(ord, "“”‘’–—…«»‹›·•×÷−≥≤≈≠%‰₫€→←↑↓↗†′″"),
    *(0x2009, 0x2010, 0x202F),  # thin space, hyphen, narrow no-break space
}
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "tnum"]

# Fallbacks: name of the family here, file with its widths, names under which a system may have it.
FALLBACKS = [
    ("Georgia", "@fontsource-gelasio@5.3.0/files/gelasio-latin-400-normal.woff2", ["Georgia", "Gelasio"]),
    (
        "Times",
        "@fontsource-tinos@5.3.0/files/tinos-latin-400-normal.woff2",
        ["Times New Roman", "Times", "Liberation Serif", "Tinos"],
    ),
    ("Noto", "@fontsource-noto-serif@5.3.0/files/noto-serif-latin-400-normal.woff2", ["Noto Serif"]),
]

# Typical text, for the frequencies of letters.
SAMPLE = """Liên đoàn Lao động quận phát động đợt thi đua lập thành tích chào mừng Đại hội Công đoàn
Phong trào Lao động giỏi, Lao động sáng tạo Giỏi việc nước, đảm việc nhà Xanh, sạch, đẹp, bảo đảm an toàn vệ sinh
Biểu dương công nhân giỏi và tập thể có sáng kiến trong năm 2022 với trên 4.750 lượt đoàn viên tham gia"""


def build() -> TTFont:
    # Without a timestamp, so that the same characters give the same file.
    font = TTFont(ROMAN, recalcTimestamp=False)
    missing = sorted(CHARACTERS - set(font.getBestCmap()))
    if missing:
        sys.exit(f"the font has no {' '.join(f'U+{c:04X}' for c in missing)}")
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True, glyph_names=False)
    # Keeps copyright and licence in the file.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS, "opsz": OPTICAL_SIZE})
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


def fallback_face(name: str, file: str, local: list[str], font: TTFont) -> str:
    size = average_width(font) / average_width(TTFont(SOURCES / file))
    hhea, em = font["hhea"], font["head"].unitsPerEm
    percent = lambda value: f"{100 * value:.2f}%"
    sources = ", ".join(f'local("{one}")' for one in local)
    return f"""@font-face {{
  font-family: "{FAMILY} {name}";
  src: {sources};
  size-adjust: {percent(size)};
  ascent-override: {percent(hhea.ascent / em / size)};
  descent-override: {percent(-hhea.descent / em / size)};
  line-gap-override: {percent(hhea.lineGap / em / size)};
}}
"""


font = build()
# The same font uncompressed, for the preview pictures of the site builder.
font.save(ROOT / "crates" / "site" / "src" / "previews" / "serif.ttf")
out = ROOT / "public" / "fonts" / NAME
font.flavor = "woff2"
font.save(out)
if out.stat().st_size > MOST_BYTES:
    sys.exit(f"{NAME} has {out.stat().st_size} bytes, more than {MOST_BYTES}")
(ROOT / "public" / "fonts" / "OFL.md").write_bytes((ROMAN.parent.parent / "LICENSE.md").read_bytes())

css = f"""/* Written by scripts/fonts: change it there.
   Use it as: "{FAMILY}", {", ".join(f'"{FAMILY} {name}"' for name, _, _ in FALLBACKS)}, serif */

@font-face {{
  font-family: "{FAMILY}";
  src: url("fonts/{NAME}") format("woff2");
  font-weight: {WEIGHTS[0]} {WEIGHTS[1]};
  font-display: swap;
}}

/* The reader's own fonts, made to take the same room, so that the swap moves nothing. */
""" + "\n".join(fallback_face(*one, font) for one in FALLBACKS)
(ROOT / "style" / "fonts.css").write_text(css)
print(f"{NAME}: {out.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs, {len(CHARACTERS)} characters")
