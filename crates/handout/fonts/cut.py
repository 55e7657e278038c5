"""Cuts the letters of the printed sheet; reads text whose characters must be in them. See README.md."""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection


def gb2312(rows):
    """The characters of some rows of GB 2312."""
    pairs = (bytes([row, cell]) for row in rows for cell in range(0xA1, 0xFF))
    return {ord(it) for pair in pairs if (it := pair.decode("gb2312", errors="ignore"))}


def cut(collection, name, characters, out):
    """Keeps the characters of the font of that name."""
    fonts = TTCollection(collection).fonts
    font = next(it for it in fonts if name in (it["name"].getDebugName(1), it["name"].getDebugName(16)))
    options = subset.Options()
    options.layout_features = ["kern", "palt", "halt", "chws", "locl", "tnum", "pnum", "liga"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.hinting = False
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(out)


LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2030)}
SIGNS = {*range(0x3000, 0x3018), *range(0xFF01, 0xFF5F), *map(ord, "←↑→↓−≠≤≥□✓○●〇〓€№⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")}
COMMON = LATIN | SIGNS | gb2312(range(0xA1, 0xAA)) | gb2312(range(0xB0, 0xD8)) | {ord(it) for it in sys.stdin.read()}

source, here = Path(sys.argv[1]), Path(__file__).parent
cut(source / "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", COMMON | gb2312(range(0xD8, 0xF8)), here / "NotoSansCJKsc-Regular.otf")
cut(source / "NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", COMMON, here / "NotoSerifCJKsc-Bold.otf")
