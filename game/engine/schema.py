"""The format as a JSON Schema, with which common editors complete, explain and check a scenario file while it is typed.

It is made of the reader's own keys and of a country's signs, steps and law topics. It refuses nothing that the reader
takes, but for a text written null or ~ without quotes, which is nothing to an editor. What a schema cannot say (chat
lines, names that must exist, a way on from everywhere) is left to the reader and to `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from game.engine.keys import DATE, FINGERPRINT, ID, LOCALE, ME_PERSON, NAME, TABLES, Key, Keys
from game.engine.kinds.kind import N_
from game.engine.model import HERE, ME
from game.engine.reference import Reference

Schema = dict[str, Any]

SCHEMA_ID = "vigichat.schema.json"
"""Under `$id`: what tells a schema of ours from another file, and its usual name."""

_TITLE = N_("A story for Vigichat")
_SIGNS = N_("Warning signs: {signs}.")
_NUMBERS = N_("Write a whole number from {least} to {most}.")
_FORMS: dict[str, str] = {
    ID: N_("Use lower-case letters without accents, digits and “-”."),
    NAME: N_("Use lower-case letters without accents, digits and “_”."),
    LOCALE: N_("Write a language and a country, for example fr-FR."),
    DATE: N_("Write a day as year-month-day, for example 2027-01-15."),
    FINGERPRINT: N_("Let “vigichat review” write this."),
    "true|false": N_("Write true or false."),
}
"""What editors say of a text that does not match."""

# The reader takes every value as text, where YAML sees numbers and yes or no. Only “nothing” is no text.
_SCALAR = ["string", "number", "boolean"]
_TEXT: Schema = {"type": _SCALAR, "minLength": 1}
_NUMBER: Schema = {"type": ["integer", "string"], "pattern": "^[0-9]{1,4}$"}


def schema(describe: Callable[[str], str], reference: Reference) -> Schema:
    """The schema, in the draft 07 that editors know.

    `describe` translates descriptions; the signs, steps and law topics are those of `reference`, in its language.
    """
    maker = _Maker(describe, reference)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA_ID,
        "title": describe(_TITLE),
        **maker.table("scenario"),
        "definitions": {
            "sign": _named((one.id, one.short) for one in reference.signs),
            "step": _named((one.id, one.short) for one in reference.steps),
            "law": _named(reference.topics.items()),
            **{name: maker.table(name) for name in TABLES if name != "scenario"},
            ME: maker.keys(ME_PERSON),
        },
    }


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the parts that have words in them."""

    describe: Callable[[str], str]
    reference: Reference

    def table(self, name: str) -> Schema:
        made = self.keys(TABLES[name])
        if name == "choice":
            made["oneOf"] = [{"required": ["reply"]}, {"required": ["do"]}]
        return made

    def keys(self, keys: Keys) -> Schema:
        return {
            "type": "object",
            "properties": {name: {**self.value(key), "description": self.says(key)} for name, key in keys.items()},
            "required": [name for name, key in keys.items() if key.required],
            "additionalProperties": False,
        }

    def says(self, key: Key) -> str:
        if key.sort != "chat":
            return self.describe(key.says)
        # An editor sees one text in a chat, so its signs cannot be completed there: they can be read.
        signs = ", ".join(f"{one.id} ({one.short})" for one in self.reference.signs)
        return f"{self.describe(key.says)}\n\n{self.describe(_SIGNS).format(signs=signs)}"

    def value(self, key: Key) -> Schema:
        match key.sort:
            case "text":
                return _TEXT
            case "format" | "number":
                # Also between quotation marks, where a schema cannot compare.
                says = self.describe(key.says if key.least == key.most else _NUMBERS)
                says = says.format(least=key.least, most=key.most)
                return {**_NUMBER, "minimum": key.least, "maximum": key.most, "patternErrorMessage": says}
            case "locale":
                return {**self.matching(LOCALE), "type": "string", "examples": ["fr-FR", "en-FR"]}
            case "yes-or-no":
                return {**self.matching("true|false"), "type": ["boolean", "string"]}
            case "one-of":
                return {"enum": list(key.known)}
            case "chat":
                return {"type": "string"}
            case "table":
                return _of(key.of)
            case "named-texts":
                return {"type": "object", "propertyNames": self.matching(key.form), "additionalProperties": _TEXT}
            case "named-tables":
                return self.named_tables(key)
            case "texts":
                return _list(_TEXT)
            case "formed":
                return self.matching(key.form)
            case "id" | "target":
                return self.matching(ID)
            case "facts":
                return _list(self.matching(NAME))
            case "steps":
                return _list(_of("step"))
            case "law":
                return _list(_of("law"))
            case "said":
                return _list(_table_or("said", _TEXT))
            case "ways":
                return _list(self.matching(ID), _table_or("way", self.matching(ID)))
            case "tables":
                return _list(_of(key.of))

    def named_tables(self, key: Key) -> Schema:
        made: Schema = {"type": "object", "minProperties": 1, "additionalProperties": _of(key.of)}
        names = self.matching(key.form)
        if key.of == "person":
            return {**made, "propertyNames": names, "properties": {ME: _of(ME)}, "required": [ME]}
        return {**made, "propertyNames": {**names, "not": {"const": HERE}}}

    def matching(self, form: str) -> Schema:
        says = self.describe(_FORMS[form])
        return {"type": _SCALAR, "pattern": f"^({form})$", "patternErrorMessage": says}


def _of(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _named(words: Iterable[tuple[str, str]]) -> Schema:
    names, says = zip(*words, strict=True)
    return {"enum": list(names), "enumDescriptions": list(says)}


def _list(one: Schema, item: Schema | None = None) -> Schema:
    """One, several `item`, or none; that none is “null” is not said, since editors would propose it."""
    return {"anyOf": [one, {"not": {"type": [*_SCALAR, "object"]}, "items": item or one}]}


def _table_or(name: str, text: Schema) -> Schema:
    return {"if": {"type": "object"}, "then": _of(name), "else": text}
