"""The data of a good-faith estimate for people who pay themselves, provider by provider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from attrs import evolve, frozen

from iopkit.cost.good_faith_days import EstimateDeadline, EstimateRequest, estimate_deadline
from iopkit.cost.good_faith_wording import disclaimers
from iopkit.errors import InvalidValue, NotInForce
from iopkit.law.amounts import Amounts
from iopkit.rules.truth import Truth
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.texts import Text
from iopkit.vocabulary.places import State

_EXCESS = "us/good-faith-dispute-excess"


@frozen(kw_only=True, repr=False)
class ExpectedService(Quiet):
    """One item or service that a provider expects to furnish, in plain words.

    `charge` is what the provider expects to bill for all of `quantity`, after any discount that
    it gives to those who pay themselves; `None` is not known.  Codes are taken as they are told.

    Raises:
        InvalidValue: the charge is negative, or the quantity is below 1.
    """

    description: str
    on: date | None = None
    service_codes: tuple[str, ...] = ()
    diagnosis_codes: tuple[str, ...] = ()
    quantity: int = 1
    charge: Money | None = None

    def __attrs_post_init__(self) -> None:
        if self.charge is not None and self.charge < ZERO:
            raise InvalidValue("charge", "an amount that is not negative")
        if self.quantity < 1:
            raise InvalidValue("quantity", "at least 1")


@frozen(kw_only=True, repr=False)
class ExpectedProvider(Quiet):
    """A provider or facility and what it expects to furnish; `id` is the caller's own.

    `npi` and `tin` are its national provider identifier and its tax number, `place` where the
    care is given.
    """

    id: str
    services: tuple[ExpectedService, ...]
    name: str | None = None
    npi: str | None = None
    tin: str | None = None
    state: State | None = None
    place: str | None = None

    @property
    def total(self) -> Money | None:
        """All expected charges; `None` where one of them is not known."""
        charges = [each.charge for each in self.services]
        return None if None in charges or not charges else self.known

    @property
    def known(self) -> Money:
        """The expected charges that are known: the least that the total can be."""
        return sum((each.charge for each in self.services if each.charge is not None), ZERO)


@frozen(kw_only=True, repr=False)
class GoodFaithEstimate(Quiet):
    """What 45 CFR 149.610 wants to be told, but for the patient's name and birth date.

    The first of `providers` is the one that gives the estimate.  `totals` are their expected
    charges by id, and `total` is all of them; each is `None` where a charge is not known.
    `separately` is care that must be scheduled separately and is in no sum.  `missing` names what
    the rule asks for and nobody has told; an estimate with gaps is not complete.
    """

    primary: ExpectedService
    providers: tuple[ExpectedProvider, ...]
    totals: Mapping[str, Money | None]
    total: Money | None
    separately: tuple[ExpectedService, ...]
    deadline: EstimateDeadline
    disclaimers: tuple[Text, ...]
    missing: tuple[str, ...]
    sources: tuple[str, ...]


@frozen(kw_only=True, repr=False)
class ProviderDispute(Quiet):
    """Whether what one provider billed is so far above its estimate that it may be disputed.

    `excess` is what was billed beyond all expected charges, `None` where that is not known, and
    `least` the excess that a dispute takes.
    """

    provider: str
    may_dispute: Truth
    excess: Money | None
    least: Money


def good_faith_estimate(
    primary: ExpectedService,
    providers: Iterable[ExpectedProvider],
    request: EstimateRequest,
    amounts: Amounts,
    *,
    separately: Iterable[ExpectedService] = (),
) -> GoodFaithEstimate:
    """Return the data of an estimate for somebody who has no plan, or does not use one.

    `primary` is the care that was scheduled or asked about, and `providers` all that is expected
    with it, of each provider apart; whoever renders the estimate adds the patient.

    Raises:
        InvalidValue: there is no provider, or two have the same id.
        NotShipped: `amounts` lacks what the rule counts with.
        NotInForce: the rule was not in force in that year.

    Source: 45 CFR 149.610
    """
    told = tuple(providers)
    ids = [each.id for each in told]
    if not ids or len(ids) != len(set(ids)):
        raise InvalidValue("providers", "at least one provider, each with an id of its own")
    deadline = estimate_deadline(request, amounts)
    totals = {each.id: each.total for each in told}
    known = [total for total in totals.values() if total is not None]
    day = request.requested_on or request.scheduled_on
    least = None if day is None else _entry(amounts, on=day)
    return GoodFaithEstimate(
        primary=primary,
        providers=told,
        totals=MappingProxyType(totals),
        total=sum(known, ZERO) if len(known) == len(told) else None,
        separately=tuple(separately),
        deadline=deadline,
        disclaimers=() if least is None else disclaimers(least[0]),
        missing=tuple(_missing(primary, told, request, deadline)),
        sources=deadline.sources if least is None else (*deadline.sources, least[1]),
    )


def on_each_day(service: ExpectedService, days: Iterable[date]) -> tuple[ExpectedService, ...]:
    """Return one service on each of many days, such as the days of a program."""
    return tuple(evolve(service, on=day) for day in days)


def dispute_tests(
    estimate: GoodFaithEstimate,
    billed: Mapping[str, Money | None],
    amounts: Amounts,
    *,
    on: date,
) -> tuple[ProviderDispute, ...]:
    """Return, for each provider of an estimate, whether its bill may be disputed.

    `billed` is what each provider billed in all, by its id; `on` is a day of the bills.  Each
    provider is held to its own expected charges, never to those of all together.

    Raises:
        InvalidValue: a bill is of a provider that is not on the estimate, or negative.
        NotShipped: `amounts` lacks the excess that a dispute takes.
        NotInForce: the rule was not in force in that year.

    Source: 45 CFR 149.620(a)(2)(ii)
    """
    if not set(billed) <= {each.id for each in estimate.providers}:
        raise InvalidValue("billed", "ids of providers that are on the estimate")
    if any(amount is not None and amount < ZERO for amount in billed.values()):
        raise InvalidValue("billed", "amounts that are not negative")
    least, _ = _entry(amounts, on=on)
    return tuple(_tested(each, billed.get(each.id), least) for each in estimate.providers)


def _tested(provider: ExpectedProvider, billed: Money | None, least: Money) -> ProviderDispute:
    total, answer, excess = provider.total, Truth.UNKNOWN, None
    if billed is not None and total is not None:
        excess = billed - total
        answer = Truth.of(excess >= least)
    elif billed is not None and billed - provider.known < least:
        answer = Truth.NOT_MET  # charges that are not known can only lower the excess
    return ProviderDispute(provider=provider.id, may_dispute=answer, excess=excess, least=least)


def _entry(amounts: Amounts, *, on: date) -> tuple[Money, str]:
    try:
        return amounts.money(_EXCESS, on=on), amounts.entry(_EXCESS, on=on).source
    except NotInForce as error:
        lapsed = error
    # The day is one of the person's care; its year is enough to see what is missing.
    raise NotInForce(lapsed.what, lapsed.day[:4], lapsed.periods)


def _missing(
    primary: ExpectedService,
    providers: tuple[ExpectedProvider, ...],
    request: EstimateRequest,
    deadline: EstimateDeadline,
) -> Iterator[str]:
    yield from (f"request.{name}" for name in deadline.missing)
    if primary.on is None and request.scheduled_on is not None:
        yield "primary.on"
    for place, provider in enumerate(providers):
        path = f"providers[{place}]"
        for name in ("name", "npi", "tin", "state", "place"):
            if getattr(provider, name) is None:
                yield f"{path}.{name}"
        if not provider.services:
            yield f"{path}.services"
        for number, service in enumerate(provider.services):
            yield from _untold(f"{path}.services[{number}]", service)


def _untold(path: str, service: ExpectedService) -> Iterator[str]:
    for name in ("service_codes", "diagnosis_codes"):
        if not getattr(service, name):
            yield f"{path}.{name}"
    if service.charge is None:
        yield f"{path}.charge"
