"""Makes `assets/fonts` and the coverage table `game/desktop/text_coverage.py`, from fonts as they are published.

Run by developers only, when a font or the list of emoji changes; needs fontTools and brotli. The game itself reads
the results and never imports fontTools. Sources, with the versions that were used last, are in `assets/CREDITS.md`:

    npm install --prefix OUT @fontsource/{atkinson-hyperlegible,noto-sans-arabic,opendyslexic}@5.3.0
    apt-get install fonts-noto-core fonts-noto-color-emoji
    python tools/fonts.py --fontsource OUT/node_modules/@fontsource --noto /usr/share/fonts/truetype/noto

Atkinson Hyperlegible, Noto Sans Arabic and OpenDyslexic, which reserves its name, are copied untouched. The Noto fonts
reserve none, so they are cut down under their own names. The same sources give the same bytes again.
"""

from __future__ import annotations

import argparse
import io
import shutil
import textwrap
from collections.abc import Iterable
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "assets" / "fonts"
TABLE = ROOT / "game" / "desktop" / "text_coverage.py"

WIDE = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x2FF),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x1F00, 0x1FFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x218F),
    (0x2212, 0x2212),
    (0x25CC, 0x25CC),
    (0xFB00, 0xFB04),
    (0xFFFD, 0xFFFD),
)
"""What Noto Sans is cut to: Latin, Greek and Cyrillic of living languages, punctuation, money, numbers."""

SYMBOLS = {
    "NotoSansMath-Regular.ttf": "←↑→↓↔⇐⇒⇔≈≠≤≥∞√∑∈∅",
    "NotoSansSymbols2-Regular.ttf": "✓✗★☆●○◆◇■□▲△▼▽▶◀☐☑☒♡",
    "NotoSansSymbols-Regular.ttf": "♪♫♩♬",
}
"""Signs that are in no text font. What phones draw in colour (♥ ☎ ⚠) is left to the emoji."""

LETTERS = 0x2190
"""OpenDyslexic has signs too, from here on; those are drawn alike in every face, and the emoji among them in colour."""

TONES = "🏻🏼🏽🏾🏿"
HANDS = "👍👎👋🙏👏💪👌✌🙌🤞"
"""Hands that are kept in every skin tone; another hand with a tone is drawn in yellow."""

EMOJI = """
😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😋😛😜🤪😝🤗🤭🤫🤔🤨😐😑😶😏😒🙄😬😌😔😪😴😷🤒🤕🤢🥵🥶🥴😵🤯🥳😎🤓🧐😕😟🙁☹☺😮😯😲😳🥺
😧😨😰😥😢😭😱😖😣😞😓😩😫🥱😤😡😠🤬😈💀👻👽🤖💩🤡🙈🙉🙊🫠🫣🫡🥹🥲🫂
❤🧡💛💚💙💜🖤🤍🤎💔💕💖💗💘💞❣♥💯💢💥💫💨💬💭💤
✋👊🤘🤙👈👉👆👇☝🤝✍👀🫶👤👥👩👨👧👦🧑👵👴🏃💃🕺🙋🤷🤦
🎸🥁🎶🎵🎤🎧🎹🎷🎺🎻🎼🔊🔇
🐱🐈🐶🐭🐰🐻🐼🦊🐸🐵🐧🐦🦄🐝🦋🐢🐟🐬🐙🐾
☀🌤⛅🌧⛈⚡❄🌈☔🌊🌙⭐🌟✨🔥🌍🌸🌹🌻🌴🍀🍂
🍕🍔🍟🍦🍩🍪🎂🍰🍫🍎🍓🥐🥖☕🥤🍿
⚽🏀🏐🎾🏓🏸🏊🏄🚴🎮🕹🎲🎯🏆🥇🎨🎬🛹
🏠🏫🏖⛺🚗🚌🚆🚲✈🚀⛵📍🏕
📱📞☎💻📷📸🎥📺⏰⌛⏳🔋💡🔒🔓🔐🔑🛡🔔🔕📢✉📧📩📝📚📖📎📌📅📆🎒👟👕👓🎁🎈🎉🎊💰💸💳🗑🔍🔗⚙🚓🚨🩹
✅❌❓❗‼⁉⚠🚫⛔🆘🔴🟠🟡🟢🔵🟣⚪⚫✔➡⬅🔄▶⏸🆗➕🏳🏴
"""

SEQUENCES = """
❤‍🔥 ❤‍🩹 🙋‍♀ 🙋‍♂ 🤷‍♀ 🤷‍♂ 🤦‍♀ 🤦‍♂ 👩‍⚕ 👨‍👩‍👧‍👦 👨‍👩‍👧 👩‍👧 👩‍👩‍👦 👨‍👨‍👧 🏳‍🌈
🇫🇷 🇧🇪 🇨🇭 🇱🇺 🇨🇦 🇪🇺 🇩🇪 🇪🇸 🇮🇹 🇬🇧 🇵🇹 🇲🇦 🇩🇿 🇹🇳
0⃣ 1⃣ 2⃣ 3⃣ 4⃣ 5⃣ 6⃣ 7⃣ 8⃣ 9⃣ #⃣ *⃣
"""
"""Several characters that make one picture. Variation selectors are left out everywhere: the game drops them too."""


def emoji() -> tuple[str, ...]:
    """Every picture that is kept, as its characters without variation selectors, in a fixed order."""
    single = [char for char in EMOJI if not char.isspace()]
    toned = [hand + tone for hand in HANDS for tone in ("", *TONES)]
    return tuple(dict.fromkeys((*single, *toned, *SEQUENCES.split())))


def cut(font: TTFont, characters: Iterable[int], *, layout: bool = True) -> TTFont:
    """`font` with only `characters` and what is needed to shape them; `layout` False drops kerning and ligatures."""
    options = Options()
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.layout_features = ["*"] if layout else []
    options.drop_tables += [] if layout else ["GDEF", "GPOS", "GSUB"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(characters))
    subsetter.subset(font)
    font.recalcTimestamp = False
    return font


def emoji_font(source: Path) -> TTFont:
    """The colour bitmaps of `emoji()`, and no other.

    A plain cut would keep every ligature that the kept characters can form (all the flags, all the families), so the
    ligatures are filtered first. The lookups after the first draw unknown flags: the game does that itself.
    """
    font = TTFont(source, recalcTimestamp=False)
    names = font.getBestCmap()
    character = {glyph: chr(code) for code, glyph in names.items()}
    wanted = set(emoji())
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [0]
        record.Feature.LookupCount = 1
    for subtable in table.LookupList.Lookup[0].SubTable:
        for first, ligatures in list(subtable.ligatures.items()):
            kept = [
                ligature
                for ligature in ligatures
                if "".join(character.get(glyph, "\0") for glyph in (first, *ligature.Component)) in wanted
            ]
            if kept:
                subtable.ligatures[first] = kept
            else:
                del subtable.ligatures[first]
    missing = [char for cluster in wanted for char in cluster if ord(char) not in names]
    if missing:
        raise SystemExit(f"not in {source.name}: {' '.join(sorted(set(missing)))}")
    return cut(font, {ord(char) for cluster in wanted for char in cluster})


def symbol_font(folder: Path) -> TTFont:
    """One font with all of `SYMBOLS`, without shaping rules."""
    parts, dates, notices = [], [], []
    for name, characters in SYMBOLS.items():
        source = TTFont(folder / name, recalcTimestamp=False)
        dates.append(source["head"].modified)
        notices.append(f"{source['name'].getDebugName(4)}: {source['name'].getDebugName(0)}")
        part = io.BytesIO()
        cut(source, map(ord, characters), layout=False).save(part)
        part.seek(0)
        parts.append(part)
    font: TTFont = Merger().merge(parts)
    font["head"].created = font["head"].modified = max(dates)  # the merger writes the time of day
    font.recalcTimestamp = False
    font["name"].setName("\n".join(notices), 0, 3, 1, 0x409)
    return font


def licence(font: TTFont, body: str) -> str:
    """The font's own copyright notice over `body`, the Open Font License as another font of the same makers has it."""
    return f"{font['name'].getDebugName(0)}\n\n{body[body.index('This Font Software is licensed') :]}"


def make_fonts(fontsource: Path, noto: Path) -> None:
    """Write every font and licence into `assets/fonts`. Raises OSError when a source is missing."""
    FONTS.mkdir(parents=True, exist_ok=True)
    atkinson, arabic = fontsource / "atkinson-hyperlegible", fontsource / "noto-sans-arabic"
    dyslexic = fontsource / "opendyslexic"
    for weight in ("400", "700"):
        for script in ("latin", "latin-ext"):
            name = f"atkinson-hyperlegible-{script}-{weight}-normal.woff2"
            shutil.copyfile(atkinson / "files" / name, FONTS / name)
        name = f"noto-sans-arabic-arabic-{weight}-normal.woff2"
        shutil.copyfile(arabic / "files" / name, FONTS / name)
        name = f"opendyslexic-latin-{weight}-normal.woff2"
        shutil.copyfile(dyslexic / "files" / name, FONTS / name)
    body = (arabic / "LICENSE").read_text(encoding="utf-8")
    (FONTS / "atkinson-hyperlegible-OFL.txt").write_text((atkinson / "LICENSE").read_text(encoding="utf-8"))
    (FONTS / "noto-sans-arabic-OFL.txt").write_text(body)
    shutil.copyfile(dyslexic / "LICENSE", FONTS / "opendyslexic-OFL.txt")

    wide = [code for first, last in WIDE for code in range(first, last + 1)]
    for weight, style in (("400", "Regular"), ("700", "Bold")):
        font = cut(TTFont(noto / f"NotoSans-{style}.ttf", recalcTimestamp=False), wide)
        font.flavor = "woff2"
        font.save(FONTS / f"noto-sans-subset-{weight}.woff2")
        (FONTS / "noto-sans-OFL.txt").write_text(licence(font, body))
    symbols = symbol_font(noto)
    symbols.flavor = "woff2"
    symbols.save(FONTS / "noto-sans-symbols-subset.woff2")
    (FONTS / "noto-sans-symbols-OFL.txt").write_text(licence(symbols, body))
    pictures = emoji_font(noto / "NotoColorEmoji.ttf")
    pictures.save(FONTS / "noto-color-emoji-subset.ttf")
    (FONTS / "noto-color-emoji-OFL.txt").write_text(licence(pictures, body))


def covered(*names: str, past: int = 0x110000) -> tuple[tuple[int, int], ...]:
    """The characters before `past` that all fonts `names` of `assets/fonts` have, as first and last of each range."""
    ranges: list[list[int]] = []
    for code in sorted(set[int].intersection(*(set(TTFont(FONTS / name).getBestCmap()) for name in names))):
        if code < 0x20 or 0x7F <= code < 0xA0 or code >= past:
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return tuple((first, last) for first, last in ranges)


def lines(items: Iterable[str]) -> str:
    """`items` separated by spaces, as lines of the table, each its own string literal."""
    rows = textwrap.wrap(" ".join(items), 100, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f'    "{row} "' for row in rows)


def make_table() -> None:
    """Write the coverage table from the fonts in `assets/fonts`."""
    parts = [
        '"""Which font of `assets/fonts` has which characters. Made by tools/fonts.py: do not edit.',
        "",
        "`pygame.font` no longer says that a glyph is missing, so the game asks this table before it draws.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "RANGES = {",
    ]
    for family, name in (
        ("latin", "atkinson-hyperlegible-latin-{}-normal.woff2"),
        ("latin-ext", "atkinson-hyperlegible-latin-ext-{}-normal.woff2"),
        ("wide", "noto-sans-subset-{}.woff2"),
        ("dyslexic", "opendyslexic-latin-{}-normal.woff2"),
        ("symbols", "noto-sans-symbols-subset.woff2"),
        ("arabic", "noto-sans-arabic-arabic-{}-normal.woff2"),
    ):
        ranges = covered(name.format("400"), name.format("700"), past=LETTERS if family == "dyslexic" else 0x110000)
        spans = (f"{first:x}-{last:x}" if first != last else f"{first:x}" for first, last in ranges)
        parts.append(f'    "{family}": (\n{textwrap.indent(lines(spans), "    ")}\n    ),')
    parts += ["}", '"""Font family to ranges of code points in hexadecimal, first and last included."""', ""]
    pictures = ("-".join(f"{ord(char):x}" for char in cluster) for cluster in emoji())
    parts += ["EMOJI = (", lines(pictures), ")"]
    parts += ['"""Pictures of the emoji font, each as code points in hexadecimal without variation selectors."""', ""]
    TABLE.write_text("\n".join(parts), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Make assets/fonts and the coverage table.")
    parser.add_argument("--fontsource", type=Path, help="folder of the unpacked @fontsource packages")
    parser.add_argument("--noto", type=Path, help="folder of the Noto fonts (ttf)")
    given = parser.parse_args()
    if given.fontsource and given.noto:
        make_fonts(given.fontsource, given.noto)
    make_table()


if __name__ == "__main__":
    main()
