"""Leaks: brands, telephone numbers, addresses, the details of a demand, and help numbers written out.

Words are in `brands`, `french` and `english`. Numbers and addresses that the reference gives, and those that their
authorities keep for fiction, are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType

from game.engine.lints.sheets import Sheets
from game.engine.lints.speech import Sheet, fold, matches
from game.engine.lints.texts import TO_PLAYER, Part, Text
from game.engine.problems import Problem, problem
from game.engine.reference import Reference

_PLACEHOLDERS_WORK: tuple[Part, ...] = ("contact", "ally", "me", "notice", "choice", "because", "skip", "debrief")

_PHONE = re.compile(
    r"(?<![\w.,/:+-])(?:"
    r"(?:\+|00)[1-9]\d{0,2}[ .()-]*\d(?:[ .()-]{0,2}\d){6,11}"
    r"|0[1-9](?:[ ./_-]?\d\d){4}"
    r"|0\d{2,4}[ -]\d{3}[ -]?\d{3,4}"
    r"|0\d{3}(?: \d\d){3}"
    r"|0\d{4} ?\d{6}"
    r"|\(0[1-9]\)(?:[ .-]?\d\d){4}"
    r"|0 [67]\d\d \d{3} \d{3}"
    r"|0[67] : \d\d(?:[ .-]?\d\d){3}"
    r"|020 \d{4} \d{4}"
    r"|\(?[2-9]\d\d\)?[ .-][2-9]\d\d[ .-]\d{4}"
    r")(?![\w/:-]|[.,]\d)"
)
_MANY_DIGITS = re.compile(r"\d(?:(?:[ ./_()-]{0,2}| : )\d){7}")
"""No telephone number has fewer; starting with a digit, it is passed over fast."""
_FICTION = re.compile(r"0(?:19900|26191|35301|46571|53649|63998)\d{4}|07700900\d{3}|(?:1?[2-9]\d\d)55501\d\d")
"""Without separators, what ARCEP, Ofcom and the North American plan keep for films and novels: not read at the
source, so they are passed over in silence and offered to nobody."""
_A_DRAW = re.compile(r"\b(?:loto|tirage|lottery)\b")
"""Five pairs of figures that nobody rings."""

_REACHED = re.compile(
    r"(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[a-z.]{2,20})"
    r"|(?P<site>\bhttps?://\S+|\bwww\.[\w.-]+|\b[a-z0-9][\w-]{0,62}(?:\.[a-z0-9][\w-]{0,62}){0,4}"
    r"\.(?:com|fr|net|org|io|gg|me|co\.uk|tv|app|link|ly|be|ch|info)\b(?:/\S*)?)"
    r"|(?P<handle>(?<![\w@])@[a-z0-9_][\w.]+)"
    r"|(?P<account>(?<![\w.@/#-])(?:[a-z][\w.]{1,31}#\d{4}\b|(?=[\w.]{6})(?=\w*\d|[^\W_]*_[^\W_]*_|[\w]*\.\w*_)[a-z][a-z0-9.]*_[\w.]*[a-z0-9]\b(?!\.\w)"
    r"|[\w.]+ arobase [\w.]+|[\w.]+ at \w+ dot (?:com|net|org|co)\b))"
)
_MAY_REACH = re.compile(
    r"[@_]| arobase | dot |#\d{4}|\.(?:com|fr|net|org|io|gg|me|co|tv|app|link|ly|be|ch|info)\b|https?:|www\."
)
_NOBODYS = re.compile(r"(?:\.|@|//)?\b[\w.-]*\.?(?:example|test|invalid|localhost)\b|\bexample\.(?:com|org|net)\b")
_STREET = re.compile(
    r"(?<!bus )(?<!ligne )(?<!tram )(?<!salle )(?<!page )"
    r"\b\d{1,4}(?: ?(?:bis|ter))?,? (?:(?:rue|avenue|boulevard|impasse|allee|chemin) (?!plus|moins)\w"
    r"|(?:[Pp]lace|[Rr]oute|[Qq]uai|[Cc]ours|[Ss]quare) (?:de la |de l'|du |des |de |d')?[A-ZÉÈÀÎ]\w+)"
    r"|\b\d{1,4} (?:[A-Z]\w+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Square)\b"
    r"|(?<![\d ])\b(?:0[1-9]|[1-8]\d|9[0-8])\d{3} (?!Vues|Views)[A-ZÉ][a-zéèêà]{2,}",
)

_MAY_BE_A_STREET = re.compile(
    r"\d(?:(?: ?(?:bis|ter))?,? (?:\w+ ){0,2}"
    r"(?:rue|avenue|boulevard|impasse|allee|chemin|place|route|quai|cours|square|street|st|road|rd|ave|lane|drive|close)\b"
    r"|\d{4} [a-z])"
)

_AMOUNT = re.compile(
    r"(?:[€£$] ?\d[\d ., ]{0,15}|\d[\d., ]{0,15}(?:€|£|\$|(?:euros?|balles|dollars|pounds|quid|bucks|livres)\b))"
    r"(?! \d| d[eu' ])"
)


_THREAT = 6
"""The stage of a sign from which on the player is under threat."""


def leaks(sheets: Sheets, reference: Reference) -> Iterator[Problem]:
    """The problems of what slips in from the real world.

    Brands, numbers and addresses: in all that a player reads. Details of a demand: where somebody may mean harm, in the
    messages of a contact, in notices that show a sign, and in summaries. Help numbers: where `{helpline}` works.
    """
    from game.engine.lints.brands import BRANDS

    shown = sheets.of(TO_PLAYER)
    for text, said in sheets.hits(BRANDS, TO_PLAYER):
        yield problem("real-brand", text.place, words=said)
    yield from _numbers(shown, reference)
    yield from _addresses(shown, sheets, reference)
    yield from _demands(sheets, reference)
    yield from _help_numbers(sheets, reference)


def _numbers(shown: list[Sheet], reference: Reference) -> Iterator[Problem]:
    known = {_digits(one.number) for one in reference.helplines}
    for text, folded in (line for one in shown for line in _lines(_MANY_DIGITS, one)):
        for match in _PHONE.finditer(folded):
            digits = _digits(match.group())
            national = re.sub(r"^(?:00)?33(?=[1-9])", "0", digits)
            if digits not in known and not _FICTION.fullmatch(national) and not _A_DRAW.search(folded):
                yield problem("phone-number", text.place, words=match.group().strip())
                break


def _digits(number: str) -> str:
    return "".join(one for one in number if one.isdecimal())


def _addresses(shown: list[Sheet], sheets: Sheets, reference: Reference) -> Iterator[Problem]:
    known = tuple(one.address.split("/")[0].removeprefix("www.") for one in reference.helplines if one.address)
    people = {fold(name) for person in sheets.scenario.cast for name in (person.id, person.name)}
    for one in shown:
        for text, folded in _lines(_MAY_REACH, one):
            said = next((said for said in _reached(folded, known, people)), "")
            if said:
                yield problem("address-or-handle", text.place, words=said)
        # A street is known by its capitals, which folding takes away.
        for text, _folded in _lines(_MAY_BE_A_STREET, one):
            street = _STREET.search(text.text)
            if street:
                yield problem("address-or-handle", text.place, words=street.group())


def _lines(pattern: re.Pattern[str], one: Sheet) -> Iterator[tuple[Text, str]]:
    """The texts in which `pattern` occurs, each with its folded line."""
    for text, _said in matches(pattern, one):
        yield text, fold(text.text.replace("\n", " "))


def _reached(folded: str, known: tuple[str, ...], people: set[str]) -> Iterator[str]:
    """The addresses and accounts in a folded text that may be somebody's."""
    for match in _REACHED.finditer(folded):
        said = match.group()
        if match.lastgroup == "handle":
            if said[1:].rstrip(".") not in people:
                yield said.rstrip(".")
        elif match.lastgroup == "account":
            if said not in people:
                yield said
        elif not (_NOBODYS.search(said) or any(site in said for site in known) or _is_a_slip(folded, match)):
            yield said.rstrip(".,")


def _is_a_slip(folded: str, match: re.Match[str]) -> bool:
    """Whether “word.word” is two sentences without a space: the second goes on as a sentence does, or the first is
    too short to be a site."""
    said = match.group()
    if match.lastgroup != "site" or "/" in said or said.startswith("www."):
        return False
    return len(said.split(".")[0]) <= 2 or (said.endswith((".me", ".co", ".be")) and folded[match.end() :][:1] == " ")


def _demands(sheets: Sheets, reference: Reference) -> Iterator[Problem]:
    if sheets.scenario.trap is False:
        return
    threats = {sign.id for sign in reference.signs if sign.stage >= _THREAT}
    parts: tuple[Part, ...] = ("contact", "notice", "skip")
    found = [hit for one in sheets.of(parts) for hit in matches(_AMOUNT, one)]
    words = sheets.vocabulary
    amounts = {text for text, _said in found}
    if words is not None:
        found += sheets.hits(words.SPELT_AMOUNT, parts)
        claim = re.compile(words.CLAIM)
        found = [hit for hit in found if _counts(hit[0], threats, claim)]
        amounts = {text for text, _said in found}
        found += sheets.hits(words.DEMAND, parts)
    told: set[Text] = set()
    for text, said in found:
        if text not in told and (text.part != "notice" or text.signs):
            told.add(text)
            sort = "amount" if text in amounts else _sort(said, words)
            yield problem("demand-in-detail", text.place, words=said.strip(), found=sort)


def _counts(text: Text, threats: set[str], claim: re.Pattern[str]) -> bool:
    """Whether an amount in `text` is a demand: a stranger may also sell brushes in a message that shows a sign."""
    return text.part == "skip" or not threats.isdisjoint(text.signs) or bool(claim.search(fold(text.text)))


def _sort(said: str, words: ModuleType | None) -> str:
    """What phrase of a demand `said` is; "" where the language has no lists."""
    if words is None:
        return ""
    folded = fold(said)
    return next((sort for sort, pattern in words.SORTS_OF_DEMAND if re.search(pattern, folded)), "threat")


def _help_numbers(sheets: Sheets, reference: Reference) -> Iterator[Problem]:
    number = _digits(reference.helplines[0].number) if reference.helplines else ""
    if not number:
        return
    spaced = "[ -]?".join((number[: len(number) // 2], number[len(number) // 2 :])) if len(number) == 4 else number
    pattern = re.compile(
        rf"(?:(?<=\bau )|(?<=\ble )|(?<=\bdu )|(?<=\bthe )){spaced}(?!\d|[.,]\d|\.\w)"
        rf"|(?<![\d.,])(?<!\ben )(?<!\ban )(?<!\bin )(?<!annee )(?<!year )"
        r"(?<!train )(?<!flight )(?<!dossard )(?<!salle )(?<!room )(?<!chambre )(?<!casier )(?<!locker )(?<!code )"
        rf"{spaced}(?!\d|[.,]\d|\.\w)"
        # “3018 views” counts something.
        r"(?! (?!sans\b|dans\b|tous\b|answers\b|is\b|has\b|always\b)\w+[sx]\b)"
    )
    digits = re.compile(spaced)
    for text, folded in (line for one in sheets.of(_PLACEHOLDERS_WORK) for line in _lines(digits, one)):
        found = pattern.search(folded)
        if found:
            yield problem("helpline-in-figures", text.place, words=found.group(), helpline="{helpline}")
