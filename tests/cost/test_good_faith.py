"""Good-faith estimates: what they tell, by when they are due, and which bills may be disputed."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from iopkit.catalog import shipped
from iopkit.cost import (
    EstimateRequest,
    ExpectedProvider,
    ExpectedService,
    GoodFaithEstimate,
    dispute_tests,
    estimate_deadline,
    good_faith_estimate,
    on_each_day,
    revision_deadline,
)
from iopkit.errors import InvalidValue, NotInForce
from iopkit.law.amounts import Amounts
from iopkit.values.money import Money
from iopkit.values.texts import Text
from iopkit.vocabulary.places import State


def dollars(amount: str) -> Money:
    return Money.parse(amount)


def march(day: int) -> date:
    """Return a day of March 2026, whose 2nd is a Monday."""
    return date(2026, 3, day)


LAW: Amounts = shipped().amounts
DAY_OF_IOP = ExpectedService(
    description="day of intensive outpatient care",
    service_codes=("S9480",),
    diagnosis_codes=("F33.1",),
    charge=dollars("300"),
)
FACILITY = ExpectedProvider(
    id="facility",
    name="An invented clinic",
    npi="0000000000",
    tin="00-0000000",
    state=State.MD,
    place="1 Example Street",
    services=on_each_day(DAY_OF_IOP, [march(23), march(25), march(27)]),
)
LABORATORY = evolve(
    FACILITY,
    id="laboratory",
    services=(evolve(DAY_OF_IOP, description="drug screen", charge=dollars("40")),),
)
PRIMARY = evolve(DAY_OF_IOP, on=march(23))
SCHEDULED = EstimateRequest(scheduled_on=march(2), service_on=march(23))


def made(*providers: ExpectedProvider, request: EstimateRequest = SCHEDULED) -> GoodFaithEstimate:
    return good_faith_estimate(PRIMARY, providers, request, LAW)


def test_charges_are_itemized_and_summed_for_each_provider_apart() -> None:
    found = made(FACILITY, LABORATORY)

    assert [(each.id, str(each.total)) for each in found.providers] == [
        ("facility", "900.00"),
        ("laboratory", "40.00"),
    ]
    assert [each.on for each in found.providers[0].services] == [march(23), march(25), march(27)]
    assert found.totals == {"facility": dollars("900"), "laboratory": dollars("40")}
    assert str(found.total) == "940.00"
    assert found.missing == ()
    assert found.sources == ("cfr-45-149-610", "cfr-45-149-620")


def test_a_charge_that_is_not_known_leaves_the_sums_unknown() -> None:
    open_one = evolve(
        FACILITY, services=(*FACILITY.services, evolve(DAY_OF_IOP, on=march(30), charge=None))
    )

    found = made(open_one, LABORATORY)

    assert (found.providers[0].total, str(found.providers[0].known)) == (None, "900.00")
    assert (found.totals, found.total) == ({"facility": None, "laboratory": dollars("40")}, None)
    assert found.missing == ("providers[0].services[3].charge",)


def test_what_the_rule_asks_for_and_nobody_has_told_is_named() -> None:
    bare = ExpectedProvider(id="one", services=(ExpectedService(description="a day"),))
    empty = evolve(FACILITY, id="two", services=())

    found = good_faith_estimate(
        ExpectedService(description="a day"),
        [bare, empty],
        EstimateRequest(scheduled_on=march(2)),
        LAW,
    )

    assert found.missing == (
        "request.service_on",
        "primary.on",
        "providers[0].name",
        "providers[0].npi",
        "providers[0].tin",
        "providers[0].state",
        "providers[0].place",
        "providers[0].services[0].service_codes",
        "providers[0].services[0].diagnosis_codes",
        "providers[0].services[0].charge",
        "providers[1].services",
    )
    assert found.total is None
    assert (empty.total, str(empty.known)) == (None, "0.00")


def test_a_request_needs_no_day_of_care() -> None:
    found = good_faith_estimate(DAY_OF_IOP, [FACILITY], EstimateRequest(requested_on=march(2)), LAW)

    assert found.missing == ()
    assert len(found.disclaimers) == 5
    assert found.sources == ("cfr-45-149-610", "cfr-45-149-620")


def test_what_must_be_scheduled_separately_is_in_no_sum() -> None:
    later = ExpectedService(description="aftercare group", charge=dollars("50"))

    found = good_faith_estimate(PRIMARY, [FACILITY], SCHEDULED, LAW, separately=[later])

    assert (found.separately, str(found.total)) == ((later,), "900.00")


def test_the_disclaimers_are_told_in_both_languages() -> None:
    found = made(FACILITY)

    assert found.disclaimers == (
        Text(
            "Care that is listed as scheduled separately is not part of the sums. You get an"
            " estimate for it when you schedule it, or when you ask for one: ask the provider who"
            " gave you this.",
            "La atención indicada como programada por separado no forma parte de las sumas. Recibe"
            " una estimación de ella al programarla o al pedirla: pregunte al proveedor que le dio"
            " esta.",
        ),
        Text(
            "The provider may recommend more care that must be scheduled or asked for separately"
            " and is not in this estimate.",
            "El proveedor puede recomendar más atención que debe programarse o pedirse por separado"
            " y que no está en esta estimación.",
        ),
        Text(
            "This is only an estimate of what was reasonably expected when it was made. The care"
            " that you really get and what it costs may differ.",
            "Esto es solo una estimación de lo que era razonable esperar cuando se hizo. La"
            " atención que reciba y su costo pueden ser distintos.",
        ),
        Text(
            "If a provider bills you at least 400.00 dollars more than this estimate expects of"
            " that provider, you may start a dispute between patient and provider. Starting one"
            " does not lower the quality of your care. The federal agency for Medicare and Medicaid"
            " (CMS) says how to start one.",
            "Si un proveedor le cobra al menos 400.00 dólares más de lo que esta estimación prevé"
            " para ese proveedor, puede iniciar una disputa entre paciente y proveedor. Iniciarla"
            " no reduce la calidad de su atención. La agencia federal de Medicare y Medicaid (CMS)"
            " explica cómo hacerlo.",
        ),
        Text(
            "This estimate is not a contract. You do not have to get the care from the providers in"
            " it.",
            "Esta estimación no es un contrato. No está obligado a recibir la atención de los"
            " proveedores que figuran en ella.",
        ),
    )


@pytest.mark.parametrize(
    ("request_", "due", "by"),
    [
        # 2 to 16 March are ten business days, 3 to 16 March nine.
        (EstimateRequest(scheduled_on=march(2), service_on=march(16)), "met", march(5)),
        (EstimateRequest(scheduled_on=march(3), service_on=march(16)), "met", march(4)),
        (EstimateRequest(scheduled_on=march(2), service_on=march(5)), "met", march(3)),
        (EstimateRequest(scheduled_on=march(3), service_on=march(5)), "not-met", None),
        (EstimateRequest(scheduled_on=march(5), service_on=march(5)), "not-met", None),
        (EstimateRequest(scheduled_on=march(6), service_on=march(31)), "met", march(11)),
        (EstimateRequest(requested_on=march(5)), "met", march(10)),
        (EstimateRequest(requested_on=march(5), service_on=march(6)), "met", march(10)),
        (
            EstimateRequest(scheduled_on=march(3), service_on=march(10), requested_on=march(3)),
            "met",
            march(4),
        ),
        (
            EstimateRequest(scheduled_on=march(3), service_on=march(4), requested_on=march(3)),
            "met",
            march(6),
        ),
        (
            EstimateRequest(
                scheduled_on=march(2), service_on=march(16), holidays=frozenset({march(4)})
            ),
            "met",
            march(3),
        ),
        (EstimateRequest(requested_on=march(5), holidays=frozenset({march(6)})), "met", march(11)),
    ],
)
def test_an_estimate_is_due_so_many_business_days_after(
    request_: EstimateRequest, due: str, by: date | None
) -> None:
    found = estimate_deadline(request_, LAW)

    assert (found.is_due.value, found.by, found.missing) == (due, by, ())


@pytest.mark.parametrize(
    ("request_", "due", "missing"),
    [
        (EstimateRequest(), "unknown", ("scheduled_on", "requested_on")),
        (EstimateRequest(service_on=march(9)), "unknown", ("scheduled_on", "requested_on")),
        (EstimateRequest(scheduled_on=march(2)), "unknown", ("service_on",)),
        (EstimateRequest(scheduled_on=march(2), requested_on=march(2)), "met", ("service_on",)),
    ],
)
def test_a_day_that_depends_on_more_is_not_known(
    request_: EstimateRequest, due: str, missing: tuple[str, ...]
) -> None:
    found = estimate_deadline(request_, LAW)

    assert (found.is_due.value, found.by, found.missing) == (due, None, missing)


@pytest.mark.parametrize(
    ("care", "holidays", "by"),
    [
        (march(5), (), march(4)),
        (march(9), (), march(6)),
        (march(9), (march(6),), march(5)),
        (None, (), None),
    ],
)
def test_a_changed_estimate_is_due_a_business_day_before_the_care(
    care: date | None, holidays: tuple[date, ...], by: date | None
) -> None:
    request = EstimateRequest(service_on=care, holidays=holidays)

    assert revision_deadline(request, LAW) == by


def test_a_change_before_the_rule_repeats_no_day() -> None:
    with pytest.raises(NotInForce) as caught:
        revision_deadline(EstimateRequest(service_on=date(2021, 5, 7)), LAW)

    assert str(caught.value) == (
        "us/good-faith-days-before-changed-care: nothing is in force on 2021; periods that exist: "
        "2022-01-01..open"
    )


def test_without_a_day_nothing_is_said_of_disputes() -> None:
    found = made(FACILITY, request=EstimateRequest())

    assert (found.disclaimers, found.sources) == ((), ())


@pytest.mark.parametrize(
    "early",
    [
        EstimateRequest(scheduled_on=date(2021, 5, 7), service_on=date(2021, 8, 9)),
        EstimateRequest(requested_on=date(2021, 5, 7)),
    ],
    ids=["scheduled", "asked"],
)
def test_before_the_rule_nothing_is_in_force_and_no_day_is_repeated(
    early: EstimateRequest,
) -> None:

    with pytest.raises(NotInForce) as caught:
        made(FACILITY, request=early)

    assert str(caught.value).endswith(
        "nothing is in force on 2021; periods that exist: 2022-01-01..open"
    )
    assert "2021-05" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("billed", "answer", "excess"),
    [
        ("1,300", "met", "400.00"),
        ("1,299.99", "not-met", "399.99"),
        ("5,000", "met", "4,100.00"),
        ("100", "not-met", "-800.00"),
        (None, "unknown", "None"),
    ],
)
def test_a_bill_may_be_disputed_from_400_dollars_above_its_estimate(
    billed: str | None, answer: str, excess: str
) -> None:
    told = {"facility": None if billed is None else dollars(billed)}

    (found,) = dispute_tests(made(FACILITY), told, LAW, on=march(30))

    assert (found.may_dispute.value, str(found.excess), str(found.least)) == (
        answer,
        excess,
        "400.00",
    )


def test_each_provider_is_held_to_its_own_estimate() -> None:
    told = {"facility": dollars("1,200"), "laboratory": dollars("240")}

    found = dispute_tests(made(FACILITY, LABORATORY), told, LAW, on=march(30))

    # Together they are 500 above, but 300 and 200 apart.
    assert [(each.provider, each.may_dispute.value) for each in found] == [
        ("facility", "not-met"),
        ("laboratory", "not-met"),
    ]


@pytest.mark.parametrize(
    ("billed", "answer"), [("1,299.99", "not-met"), ("1,300", "unknown"), ("9,000", "unknown")]
)
def test_charges_that_are_not_known_can_only_lower_the_excess(billed: str, answer: str) -> None:
    services = (*FACILITY.services, evolve(DAY_OF_IOP, charge=None))

    (found,) = dispute_tests(
        made(evolve(FACILITY, services=services)),
        {"facility": dollars(billed)},
        LAW,
        on=march(30),
    )

    assert (found.may_dispute.value, found.excess) == (answer, None)


def test_without_a_bill_nothing_is_said_of_a_provider() -> None:
    found = dispute_tests(made(FACILITY, LABORATORY), {}, LAW, on=march(30))

    assert [each.may_dispute.value for each in found] == ["unknown", "unknown"]


@pytest.mark.parametrize(
    ("billed", "message"),
    [
        ({"other": Money(1)}, "billed: expected ids of providers that are on the estimate"),
        ({"facility": Money(-1)}, "billed: expected amounts that are not negative"),
    ],
)
def test_bills_that_mean_nothing_are_refused(billed: dict[str, Money], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        dispute_tests(made(FACILITY), billed, LAW, on=march(30))

    assert str(caught.value) == message


def test_no_dispute_is_known_before_the_rule() -> None:
    with pytest.raises(NotInForce) as caught:
        dispute_tests(made(FACILITY), {}, LAW, on=date(2021, 5, 7))

    assert str(caught.value) == (
        "us/good-faith-dispute-excess: nothing is in force on 2021; periods that exist: "
        "2022-01-01..open"
    )


def test_providers_are_told_once() -> None:
    for providers in ((), (FACILITY, FACILITY)):
        with pytest.raises(InvalidValue) as caught:
            made(*providers)

        assert str(caught.value) == (
            "providers: expected at least one provider, each with an id of its own"
        )


def test_what_no_service_or_request_can_be_is_refused() -> None:
    with pytest.raises(InvalidValue) as charge:
        evolve(DAY_OF_IOP, charge=dollars("-1"))
    with pytest.raises(InvalidValue) as quantity:
        evolve(DAY_OF_IOP, quantity=0)
    with pytest.raises(InvalidValue) as order:
        EstimateRequest(scheduled_on=march(5), service_on=march(4))

    assert [str(each.value) for each in (charge, quantity, order)] == [
        "charge: expected an amount that is not negative",
        "quantity: expected at least 1",
        "service_on: expected a day that is not before that of scheduling",
    ]


def test_nothing_of_the_record_is_shown() -> None:
    found = made(FACILITY)

    assert repr(found) == "<GoodFaithEstimate: 9 of 9 fields told>"
    assert repr(DAY_OF_IOP) == "<ExpectedService: 4 of 6 fields told>"
    assert repr(FACILITY) == "<ExpectedProvider: 7 of 7 fields told>"
    assert repr(SCHEDULED) == "<EstimateRequest: 2 of 4 fields told>"
    assert repr(found.deadline) == "<EstimateDeadline: 4 of 4 fields told>"
    (dispute,) = dispute_tests(found, {}, LAW, on=march(30))
    assert repr(dispute) == "<ProviderDispute: 3 of 4 fields told>"
