"""Codes that do not say by themselves what is meant, and what they say instead."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.vocabulary import CareLevel, ConditionFamily

LAW, DAY = shipped(), date(2026, 9, 1)
SUD, MENTAL = ConditionFamily.SUBSTANCE_USE_DISORDER, ConditionFamily.MENTAL_DISORDER


def test_the_revenue_code_of_a_psychiatric_iop_does_not_say_substance_use() -> None:
    found = LAW.terms("revenue", "0905", on=DAY)

    assert found.term is CareLevel.IOP
    assert found.of(ConditionFamily) is None
    assert [match.also for match in found.matches] == [(MENTAL,), (SUD,)]
    assert found.because is not None
    assert found.because("en") == (
        "The code is meant for a psychiatric IOP, but on Medicare claims rural health"
        " clinics and federally qualified health centers bill every IOP with it; the code"
        " alone does not say whether the IOP is for a mental disorder or for substance use."
    )
    assert found.because("es") == (
        "El código está pensado para un IOP psiquiátrico, pero en las facturas a Medicare"
        " las clínicas de salud rural y los centros de salud calificados federalmente"
        " facturan con él todo IOP; el código por sí solo no dice si el IOP es por un"
        " trastorno mental o por consumo de sustancias."
    )


def test_before_medicare_paid_iop_the_same_revenue_code_was_not_ambiguous() -> None:
    found = LAW.terms("revenue", "0905", on=date(2023, 12, 31))

    assert not found.is_ambiguous
    assert found.of(ConditionFamily) is MENTAL


@pytest.mark.parametrize(
    ("system", "code", "because", "porque"),
    [
        (
            "place-of-service",
            "52",
            (
                "The place is named after partial hospitalization, but what makes it up is"
                " any planned program that offers more than outpatient visits, and payers"
                " use it for IOP too; the procedure code or revenue code tells which."
            ),
            (
                "El lugar lleva el nombre de la hospitalización parcial, pero abarca todo"
                " programa planificado que ofrece más que consultas ambulatorias, y los"
                " pagadores lo usan también para el IOP; el código de procedimiento o de"
                " ingresos dice cuál."
            ),
        ),
        (
            "hcpcs",
            "G0410",
            (
                "The code pays for one session or group inside a program, and both"
                " intensive outpatient and partial hospitalization programs use it; the"
                " condition code of the claim tells which."
            ),
            (
                "El código paga una sesión o un grupo dentro de un programa, y lo usan"
                " tanto los programas ambulatorios intensivos como los de hospitalización"
                " parcial; el código de condición de la factura dice cuál."
            ),
        ),
        (
            "samhsa-locator",
            "OP",
            (
                "The code means any outpatient care; only the substance use directory tells"
                " intensive outpatient and day treatment apart, by OIT and ODT."
            ),
            (
                "El código significa cualquier atención ambulatoria; solo el directorio de"
                " consumo de sustancias distingue el tratamiento ambulatorio intensivo y el"
                " tratamiento de día, con OIT y ODT."
            ),
        ),
        (
            "samhsa-locator",
            "CFT",
            "The code means couples therapy or family therapy, without telling which.",
            "El código significa terapia de pareja o terapia familiar, sin decir cuál.",
        ),
    ],
)
def test_an_ambiguous_code_says_why(system: str, code: str, because: str, porque: str) -> None:
    found = LAW.terms(system, code, on=DAY)

    assert found.because is not None
    assert (found.because("en"), found.because("es")) == (because, porque)


def test_no_other_code_is_ambiguous() -> None:
    told = {
        (one.id, each.code)
        for one in map(LAW.crosswalk, LAW.ids("crosswalks"))
        for each in one.ambiguities
    }

    assert told == {
        ("revenue", "0905"),
        ("place-of-service", "52"),
        ("samhsa-locator", "OP"),
        ("samhsa-locator", "CFT"),
        ("n-sumhss", "SETTINGOP"),
        *(("hcpcs", code) for code in ("G0410", "G0411", "G0129", "G0176", "G0177")),
    }
