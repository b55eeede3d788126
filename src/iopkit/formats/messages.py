"""Every code of a problem with a document, and what each says in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from iopkit.values.texts import Text


@frozen(eq=False, repr=False)
class Wording:
    """What was expected, and what to do; an empty remedy where the expectation says it all.

    `{what}` stands for what only the place knows.
    """

    expected: Text
    remedy: Text | None = None


def _say(en: str, es: str, do_en: str = "", do_es: str = "") -> Wording:
    return Wording(Text(en, es), Text(do_en, do_es) if do_en else None)


CODES: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "alias-refused": _say(
            "no anchors and no aliases",
            "ningún ancla ni alias",
            "write the value out at each place",
            "escriba el valor completo en cada lugar",
        ),
        "duplicate-key": _say(
            "each key once", "cada clave una sola vez", "keep one of them", "deje solo una"
        ),
        "empty-document": _say(
            "a document with keys and values",
            "un documento con claves y valores",
            "write at least one key, or {} where nothing is known",
            "escriba al menos una clave, o {} si no se sabe nada",
        ),
        "file-missing": _say(
            "a file that exists",
            "un archivo que exista",
            "check the name and the folder",
            "revise el nombre y la carpeta",
        ),
        "file-unreadable": _say(
            "a file that can be read",
            "un archivo que se pueda leer",
            "check that it is a file, no folder, and that you may read it",
            "revise que sea un archivo, no una carpeta, y que usted pueda leerlo",
        ),
        "invalid-value": _say("{what}", "otro valor; en inglés: {what}"),
        "key-not-text": _say(
            "a key that is text",
            "una clave que sea texto",
            "write one word before the colon",
            "escriba una palabra antes de los dos puntos",
        ),
        "missing-key": _say(
            "the key {what}",
            "la clave {what}",
            "add it: it must be told",
            "agréguela: es necesaria",
        ),
        "not-json": _say(
            "well-formed JSON here",
            "JSON bien formado aquí",
            "check the quotes, commas and brackets just before",
            "revise las comillas, comas y corchetes justo antes",
        ),
        "not-text": _say(
            "text in UTF-8 without control characters",
            "texto en UTF-8 sin caracteres de control",
            "check that it is a text file, and save it as UTF-8",
            "revise que sea un archivo de texto y guárdelo como UTF-8",
        ),
        "not-yaml": _say(
            "well-formed YAML here",
            "YAML bien formado aquí",
            "check the indentation, quotes, colons and brackets just before",
            "revise la sangría, las comillas, los dos puntos y los corchetes justo antes",
        ),
        "outside-root": _say(
            "a relative reference to a file inside the folder of the document",
            "una referencia relativa a un archivo dentro de la carpeta del documento",
            "move the file there, or read with a wider `root`",
            "mueva el archivo allí o lea con un `root` más amplio",
        ),
        "reference-cycle": _say(
            "files that do not refer back to one another",
            "archivos que no se refieran unos a otros en círculo",
            "write the value out in one of them",
            "escriba el valor completo en uno de ellos",
        ),
        "reference-refused": _say(
            "the value itself, since this text has no folder",
            "el valor mismo, porque este texto no tiene carpeta",
            "write it out, read from a file, or pass `root`",
            "escríbalo, lea desde un archivo o indique `root`",
        ),
        "several-documents": _say(
            "one document",
            "un solo documento",
            "put each into a file of its own",
            "ponga cada uno en su propio archivo",
        ),
        "tab-refused": _say(
            "spaces, and no tabs",
            "espacios y ninguna tabulación",
            "put spaces in its place",
            "ponga espacios en su lugar",
        ),
        "tag-refused": _say(
            "no tags",
            "ninguna etiqueta",
            "take out the part that starts with !",
            "quite la parte que empieza con !",
        ),
        "too-deep": _say(
            "at most 64 levels",
            "no más de 64 niveles",
            "check the brackets and the indentation",
            "revise los corchetes y la sangría",
        ),
        "too-large": _say(
            "at most 1 MiB, with all files that it refers to",
            "no más de 1 MiB, con todos los archivos a los que se refiere",
            "check that it is the right file",
            "revise que sea el archivo correcto",
        ),
        "too-many-nodes": _say(
            "at most 100,000 values, with all files that it refers to",
            "no más de 100,000 valores, con todos los archivos a los que se refiere",
            "check that it is the right file",
            "revise que sea el archivo correcto",
        ),
        "unknown-key": _say("one of the keys {what}", "una de las claves {what}"),
        "unknown-term": _say("{what}", "{what}"),
        "wrong-type": _say("{what}", "{what}"),
    }
)
"""The wording of every code; each code is stable."""


def wording(
    code: str, *, what: Text | None = None, seen: Text | None = None, remedy: Text | None = None
) -> Text:
    """Return the text of a problem, on one line; `seen` must be `None` for a person's record.

    `what` fills the expectation of `code`, and `remedy` stands in place of its own.
    """
    said = CODES[code]
    advice = remedy or said.remedy

    def in_language(lang: str, expected: str, got: str) -> str:
        text = f"{expected} {said.expected(lang)}"
        text = text.replace("{what}", what(lang)) if what else text
        text += f", {got} {seen(lang)}" if seen else ""
        return f"{text}; {advice(lang)}" if advice else text

    return Text(in_language("en", "expected", "got"), in_language("es", "se esperaba", "se leyó"))


def write(example: str) -> Text:
    """Return the remedy to write `example`."""
    return Text(f"write {example}", f"escriba {example}")
