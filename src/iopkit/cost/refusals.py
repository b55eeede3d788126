"""Whether a plan is known to pay nothing of a course, and on which side of its network."""

from __future__ import annotations

from iopkit.cost.beyond import always_asks_authorization, is_penalty
from iopkit.cost.course import Course
from iopkit.cost.scenarios import outside_benefits
from iopkit.cost.sides import Side, is_refused, told_on
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

_WITHOUT_NETWORK = (PayerKind.MEDICARE, PayerKind.SELF_PAY)


def is_uninsured(plan: HealthPlan | None) -> bool:
    """Return whether it is known that no plan pays for the program."""
    return plan is not None and (
        plan.payer is PayerKind.SELF_PAY or plan.iop_coverage is Coverage.NOT_COVERED
    )


def is_all_refused(course: Course, plan: HealthPlan) -> bool:
    """Return whether nothing is paid, on any side that the program may be on, as none was given."""
    episode = course.case.episode
    if episode is None or episode.is_authorized is not False:
        return False
    told = is_in_network(course)
    sides = (True, False) if told is None else (told,)
    return all(_pays_nothing_unauthorized(plan, is_in_network=side) for side in sides)


def _pays_nothing_unauthorized(plan: HealthPlan, *, is_in_network: bool) -> bool:
    if not is_in_network and is_outside_refused(plan) is True:
        return True
    is_denied = is_penalty(plan) is False
    return is_denied and always_asks_authorization(plan, is_in_network=is_in_network)


def is_outside_refused(plan: HealthPlan) -> bool | None:
    """Return whether nothing is paid outside the network; `None` where a benefit decides."""
    coverage = plan.out_of_network.coverage if plan.out_of_network else None
    refused = {is_side_refused(plan, each) for each in outside_benefits(plan)}
    if coverage is Coverage.NOT_COVERED or refused == {True}:
        return True
    return None if True in refused else False


def is_side_refused(plan: HealthPlan, benefit: Benefit) -> bool:
    """Return whether nothing is paid outside the network under a benefit."""
    side = Side(benefit, is_in_network=False)
    return is_refused(plan, side, told_on(plan, side))


def tells_outside(plan: HealthPlan) -> bool:
    """Return whether a plan pays outside its network, and tells what."""
    outside = plan.out_of_network
    if outside is None or outside.coverage in (None, Coverage.NOT_COVERED):
        return False
    return outside.patient_share is not None or bool(outside.benefits)


def is_in_network(course: Course) -> bool | None:
    """Return whether the program is in the network, as told; some payers have none."""
    case = course.case
    if case.health_plan is not None and case.health_plan.payer in _WITHOUT_NETWORK:
        return True
    return case.episode.is_in_network if case.episode else None
