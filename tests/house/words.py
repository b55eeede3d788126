"""Words that do not belong in the project, or are not US English."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FORBIDDEN = {
    "a path of one machine": re.compile(
        r"(?<![\w.<:/-])/(?:home|root|Users|work|opt|tmp|mnt|private|workspace)/\w"
        r"|\b[A-Z]:\\Users\\",
    ),
    "the address of a registry": re.compile(
        r"pypi\.org/simple|test\.pypi\.org|files\.pythonhosted\.org|registry\.npmjs"
        r"|--(?:extra-)?index-url|--find-link[s]|--trusted-hos[t]",
    ),
    "work left for later": re.compile(r"\b(?:TO(?:DO)|FIX(?:ME)|XX[X])\b"),
}

_BRITISH = re.compile(
    r"\b(?:programmes?|behaviour(?:s|al|ally)?|counsell(?:ing|ors?|ed)|licences?|favour\w*"
    r"|colour\w*|centres?|enrolments?|enrols?|organis(?:e[ds]?|ing|ations?)"
    r"|authoris(?:e[ds]?|ing|ations?)|recognis(?:e[ds]?|ing)|utilis(?:e[ds]?|ing|ation)"
    r"|summaris(?:e[ds]?|ing)|normalis(?:e[ds]?|ing)|specialis(?:e[ds]?|ing)|labour\w*"
    r"|neighbour\w*|paediatric\w*|fulfil|travell(?:ing|ed|ers?)|cancell(?:ing|ed)"
    r"|modell(?:ing|ed)|analys(?:e[ds]?|ing)|catalogues?|grey|honour\w*|judgements?"
    r"|whilst|amongst|practis(?:e[ds]?|ing))\b",
    re.IGNORECASE,
)


def forbidden_words(texts: Mapping[str, str]) -> list[str]:
    """Return each place in `texts` (file to text) that names a machine or leaves work behind."""
    return [
        f"{file}:{number}: {what}: {found.group()}"
        for file, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        for what, pattern in _FORBIDDEN.items()
        for found in pattern.finditer(line)
    ]


def british_words(texts: Mapping[str, str]) -> list[str]:
    """Return each word in `texts` (file to text) that US English spells otherwise."""
    return [
        f"{file}:{number}: {found.group()}"
        for file, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        for found in _BRITISH.finditer(line)
    ]
