"""What is said of cells that are not as they should be, in both languages."""

from __future__ import annotations

from typing import Final

from iopkit.formats.messages import Wording
from iopkit.formats.places import quoted
from iopkit.values.problems import Place
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Benefit


def _say(en: str, es: str, do_en: str, do_es: str) -> Wording:
    return Wording(Text(en, es), Text(do_en, do_es))


PLAN: Final = _say(
    "a plan id such as 37160ND2410021-00",
    "un identificador de plan como 37160ND2410021-00",
    "take it from the file of CMS as it is",
    "tómelo tal cual del archivo de CMS",
)
VARIATION: Final = _say(
    "a plan id that ends in -00 to -06",
    "un identificador de plan que termine en -00 a -06",
    "the kind of variation is taken as not told",
    "el tipo de variante se toma como no indicado",
)
YEAR: Final = _say(
    "a year such as 2016", "un año como 2016", "write four digits", "escriba cuatro cifras"
)
NAME: Final = _say(
    "the name of a benefit",
    "el nombre de un beneficio",
    "take it from the file of CMS as it is",
    "tómelo tal cual del archivo de CMS",
)
COVERED: Final = _say(
    "Covered, Not Covered or nothing",
    "Covered, Not Covered o nada",
    "correct the cell",
    "corrija la celda",
)
FLAG: Final = _say(
    "Yes, No or nothing",
    "Yes, No o nada",
    "it is taken as not told",
    "se toma como no indicado",
)
_OWN = "correct the cell, or write the plan as a document of its own"
_OWN_ES = "corrija la celda o escriba el plan en un documento propio"
COPAY: Final = _say(
    "No Charge, Not Applicable, nothing, or a copay such as $30 or $30 Copay after deductible",
    "No Charge, Not Applicable, nada o un copago como $30 o $30 Copay after deductible",
    _OWN,
    _OWN_ES,
)
SHARE: Final = _say(
    "No Charge, Not Applicable, nothing, or a share such as 20% or "
    "20% Coinsurance after deductible",
    "No Charge, Not Applicable, nada o una parte como 20% o 20% Coinsurance after deductible",
    _OWN,
    _OWN_ES,
)
ZERO_OF_OTHER_KIND: Final = _say(
    "an amount in the column of copays and a percentage in the other",
    "un monto en la columna de copagos y un porcentaje en la otra",
    "since it is zero, it is taken as nothing owed",
    "como es cero, se toma como nada que pagar",
)
BESIDE: Final = _say(
    "Not Applicable or a value, as the cell beside it has one",
    "Not Applicable o un valor, como tiene la celda vecina",
    "the cost share is taken as not known",
    "el costo compartido se toma como no conocido",
)
ALL_OF_IT: Final = _say(
    "a share below 100% in the network",
    "una parte menor que 100% dentro de la red",
    "ask the plan whether it covers anything; as written, all is owed until the limit is met",
    "pregunte al plan si cubre algo; según lo escrito, se debe todo hasta alcanzar el límite",
)
LIMIT: Final = _say(
    "a number with a unit such as Days per Year or Visit(s) per Benefit Period",
    "un número con una unidad como Days per Year o Visit(s) per Benefit Period",
    "the limit is taken as not known",
    "el límite se toma como no conocido",
)

LIMIT_DENIED: Final = Text(
    "expected no limit, since QuantLimitOnSvc says No; ask the plan: its limit is taken as not "
    "known",
    "no se esperaba ningún límite, porque QuantLimitOnSvc dice No; pregunte al plan: su límite se "
    "toma como no conocido",
)
LIMIT_OF_NONE: Final = Text(
    "expected a limit above 0, since IsCovered says Covered; ask the plan: its limit is taken as "
    "not known",
    "se esperaba un límite mayor que 0, porque IsCovered dice Covered; pregunte al plan: su límite "
    "se toma como no conocido",
)
TOLD_ANYWAY: Final = Text(
    "expected no cost sharing, since IsCovered does not say Covered; the benefit is taken as not "
    "covered",
    "no se esperaba costo compartido, porque IsCovered no dice Covered; el beneficio se toma como "
    "no cubierto",
)
SUBJECT: Final = {
    True: Text(
        "expected No, since the copay and the share are told without the deductible; their own "
        "words are taken as right",
        "se esperaba No, porque el copago y la parte se indican sin deducible; se toman por "
        "correctas sus propias palabras",
    ),
    False: Text(
        "expected Yes, since the copay or the share is told with the deductible; their own words "
        "are taken as right",
        "se esperaba Yes, porque el copago o la parte se indican con deducible; se toman por "
        "correctas sus propias palabras",
    ),
}
"""What is said of the column about the deductible where it says the opposite, by what it says."""

SUBJECT_TO_NOTHING: Final = Text(
    "expected No, since the copay and the share ask for nothing, also before the deductible; ask "
    "the plan: its cost share is taken as not known",
    "se esperaba No, porque el copago y la parte no piden nada, tampoco antes del deducible; "
    "pregunte al plan: su costo compartido se toma como no conocido",
)

NOT_COVERED: Final = Text(
    "the plan does not cover this benefit, so that no plan document tells of it; its row is left "
    "aside",
    "el plan no cubre este beneficio, por lo que ningún documento de plan lo indica; su fila se "
    "deja aparte",
)
LIMIT_LOST: Final = Text(
    "expected a limit that a plan document can hold: a whole number of visits, days, hours or "
    "dollars by week, month, year, stay, episode or lifetime; the limit is taken as not known",
    "se esperaba un límite que un documento de plan pueda contener: un número entero de visitas, "
    "días, horas o dólares por semana, mes, año, estancia, episodio o vida; el límite se toma como "
    "no conocido",
)


def unknown_name(name: str) -> Text:
    """Return what is said of a benefit whose name says not what it is."""
    seen = quoted(name)
    return Text(
        f"expected the name of an outpatient or inpatient benefit for mental health or substance "
        f"use, got {seen.en}; its row is left aside",
        f"se esperaba el nombre de un beneficio ambulatorio u hospitalario de salud mental o "
        f"consumo de sustancias, se leyó {seen.es}; su fila se deja aparte",
    )


def repeated(benefit: Benefit, before: Place) -> Text:
    """Return what is said of a row that says otherwise than the one `before` of its benefit."""
    return Text(
        f"expected {benefit.label.en} as in {before}, whose row is about the same benefit; ask the "
        "plan: what it costs is taken as not known",
        f"se esperaba {benefit.label.es} como en {before}, cuya fila trata del mismo beneficio; "
        "pregunte al plan: lo que cuesta se toma como no conocido",
    )


def other_part(part: str) -> Text:
    """Return what is said of a cell that names another `part` than the plan id does."""
    return Text(
        f"expected {part}, as in PlanId, which is taken as right",
        f"se esperaba {part}, como en PlanId, que se toma por correcto",
    )


def against(copay: str, share: str) -> Text:
    """Return what is said of a copay and a share that cannot both be meant, as they are written."""
    return Text(
        f"expected words that agree, got {copay!r} beside {share!r}: only one of them lets the "
        "deductible apply, or covers anything; ask the plan: its cost share is taken as not known",
        f"se esperaban palabras que concuerden, se leyó {copay!r} junto a {share!r}: solo una de "
        "ellas aplica el deducible, o cubre algo; pregunte al plan: su costo compartido se toma "
        "como no conocido",
    )
