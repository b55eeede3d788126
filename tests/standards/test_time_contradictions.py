"""What the weeks and lengths of a record say against themselves, and what they may well say."""

import pytest

from iopkit import Program, Severity, read
from iopkit.standards import contradictions_in

_DAY = "{days: [mon, tue], start: 09:00, end: 12:00}"
_LATE = "{days: [mon, tue], start: 18:00, end: 21:00}"
_BOTH = "do not go together; correct one of them"


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        (
            f"phases: [{{weeks: 4}}]\nschedule: {{days_per_week: 3, sessions: [{_DAY}]}}",
            "schedule.days_per_week",
            (
                "`schedule.days_per_week` tells 3 days a week, but the rest of the record adds up"
                " to 2 days a week; correct one of them"
            ),
        ),
        (
            (
                "phases: [{weeks: 4}, {schedule: {clock_minutes_per_week: 600, sessions:"
                f" [{_DAY}]}}}}]"
            ),
            "phases[1].schedule.clock_minutes_per_week",
            (
                "`phases[1].schedule.clock_minutes_per_week` tells 10 h, but the rest of the"
                " record adds up to 6 h; correct one of them"
            ),
        ),
        (
            "weeks: 6\nphases: [{weeks: 8}, {name: open}]",
            "phases",
            "the phases together last longer than `weeks` tells; correct one of them",
        ),
        (
            "weeks: {high: 6}\ntypical_weeks: {low: 8, high: 10}",
            "typical_weeks",
            f"`typical_weeks` and `weeks` {_BOTH}",
        ),
        (
            "schedule: {days_per_week: 3, days_open: {has: [mon, wed], complete: yes}}",
            "schedule.days_per_week",
            f"`schedule.days_per_week` and `schedule.days_open` {_BOTH}",
        ),
        (
            "schedule: {days_per_week: 6, days_open: {lacks: [sat, sun]}}",
            "schedule.days_per_week",
            f"`schedule.days_per_week` and `schedule.days_open` {_BOTH}",
        ),
        (
            (
                "schedule: {times_of_day: {has: [evening], complete: yes}, sessions:"
                f" [{_LATE}, {_DAY}]}}"
            ),
            "schedule.sessions[1].start",
            f"`schedule.sessions[1].start` and `schedule.times_of_day` {_BOTH}",
        ),
        (
            (
                "schedule: {times_of_day: {has: [morning], complete: yes}, tracks: [{name: a,"
                f" sessions: [{_LATE}]}}]}}"
            ),
            "schedule.tracks[0].sessions[0].start",
            f"`schedule.tracks[0].sessions[0].start` and `schedule.times_of_day` {_BOTH}",
        ),
        (
            "schedule: {times_of_day: {lacks: [weekend]}, sessions: [{days: [sat]}]}",
            "schedule.sessions[0].days",
            f"`schedule.sessions[0].days` and `schedule.times_of_day` {_BOTH}",
        ),
        (
            f"schedule: {{sessions: [{_DAY}, {{days: [tue], start: 11:00, end: 13:00}}]}}",
            "schedule.sessions[1]",
            (
                "`schedule.sessions[0]` and `schedule.sessions[1]` are at the same time, and one"
                " participant attends both; correct one of them"
            ),
        ),
        (
            f"schedule: {{sessions: [{_DAY}, {{start: 08:00, clock_minutes: 61}}]}}",
            "schedule.sessions[1]",
            (
                "`schedule.sessions[0]` and `schedule.sessions[1]` are at the same time, and one"
                " participant attends both; correct one of them"
            ),
        ),
        (
            (
                f"schedule: {{sessions: [{_DAY}], tracks: [{{name: a, sessions: [{_DAY}]}},"
                f" {{name: b, sessions: [{_LATE}]}}]}}"
            ),
            "schedule.tracks[0].sessions[0]",
            (
                "`schedule.sessions[0]` and `schedule.tracks[0].sessions[0]` are at the same time,"
                " and one participant attends both; correct one of them"
            ),
        ),
        (
            (
                "services_per_day: {low: 1, high: 2}\nschedule: {sessions: [{days: [mon],"
                " services: 2}, {days: [mon, tue], services: 1}]}"
            ),
            "services_per_day",
            (
                "a day of the sessions has more services than `services_per_day` tells; correct"
                " one of them"
            ),
        ),
        (
            (
                "schedule: {clock_minutes_per_week: 300, weekly_parts: [{modalities: [yoga],"
                " clock_minutes: 200}, {modalities: [group-therapy], clock_minutes: 101}]}"
            ),
            "schedule.weekly_parts",
            "the parts of the week are longer than the week by the clock; correct one of them",
        ),
        (
            "modalities: {lacks: [yoga]}\nschedule: {sessions: [{modality: yoga}]}",
            "schedule.sessions[0].modality",
            f"`schedule.sessions[0].modality` and `modalities` {_BOTH}",
        ),
        (
            (
                "modalities: {has: [group-therapy], complete: yes}\nschedule: {tracks: [{name: a,"
                " sessions: [{modality: group-therapy}, {modality: yoga}]}]}"
            ),
            "schedule.tracks[0].sessions[1].modality",
            f"`schedule.tracks[0].sessions[1].modality` and `modalities` {_BOTH}",
        ),
    ],
)
def test_a_contradiction_is_a_warning_where_it_stands(text: str, path: str, message: str) -> None:
    (problem,) = contradictions_in(read(Program, f"id: x\n{text}\n"))

    assert (problem.path, str(problem.text)) == (path, message)
    assert (problem.code, problem.severity) == ("record-contradiction", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "weeks: {low: 6}\nphases: [{weeks: 8}, {name: open}]",
        "weeks: 8\nphases: [{weeks: 8}, {name: open}]",
        "weeks: {low: 6, high: 12}\ntypical_weeks: 8",
        "typical_weeks: 8",
        "schedule: {days_per_week: 2, days_open: {has: [mon, wed], complete: yes}}",
        "schedule: {days_per_week: {low: 2, high: 3}, days_open: {has: [mon], lacks: [sun]}}",
        "schedule: {days_per_week: 5, days_open: [mon]}",
        "modalities: [group-therapy]\nschedule: {sessions: [{modality: yoga}]}",
        (
            "schedule: {clock_minutes_per_week: {low: 200, high: 300}, weekly_parts: [{modalities:"
            " [yoga], clock_minutes: 300}]}"
        ),
        (
            "modalities: {lacks: [yoga]}\noptional_modalities: [yoga]\n"
            "schedule: {sessions: [{modality: yoga}]}"
        ),
        f"schedule: {{times_of_day: [evening], sessions: [{_DAY}]}}",
        (
            f"schedule: {{times_of_day: {{has: [after-school, evening], complete: yes}}, sessions:"
            f" [{_LATE}, {{days: [wed], start: 15:00, end: 17:00}}]}}"
        ),
        (
            "schedule: {times_of_day: {has: [evening], complete: yes}, sessions: [{days: [mon],"
            " start: 16:00, end: 19:00}]}"
        ),
        (
            "schedule: {times_of_day: {has: [afternoon], complete: yes}, sessions: [{days: [mon],"
            " start: 16:00, end: 19:00}]}"
        ),
        (
            "schedule: {times_of_day: {has: [weekend], complete: yes}, sessions: [{days: [sat],"
            " start: 18:00, end: 20:00}]}"
        ),
        "schedule: {times_of_day: {lacks: [weekend]}, sessions: [{days: [fri, sat]}]}",
        f"schedule: {{sessions: [{_DAY}, {_LATE}]}}",
        f"schedule: {{sessions: [{_DAY}, {{days: [mon], start: 12:00, end: 13:00}}]}}",
        f"schedule: {{sessions: [{_DAY}, {{days: [wed], start: 09:00, end: 13:00}}]}}",
        f"schedule: {{sessions: [{_DAY}, {{times_per_week: 2, start: 09:00, end: 13:00}}]}}",
        f"schedule: {{sessions: [{_DAY}, {{start: 08:00}}]}}",
        f"schedule: {{sessions: [{_DAY}, {{start: 08:00, clock_minutes: 60}}]}}",
        f"schedule: {{tracks: [{{name: a, sessions: [{_DAY}]}}, {{name: b, sessions: [{_DAY}]}}]}}",
        "services_per_day: 3\nschedule: {sessions: [{days: [mon], services: 2}, {days: [mon]}]}",
        "services_per_day: {low: 1}\nschedule: {sessions: [{days: [mon], services: 9}]}",
        (
            "services_per_day: 2\nschedule: {tracks: [{name: a, sessions: [{days: [mon], services:"
            " 2}]}, {name: b, sessions: [{days: [mon], services: 2}]}]}"
        ),
    ],
)
def test_what_can_all_be_so_is_no_contradiction(text: str) -> None:
    assert contradictions_in(read(Program, f"id: x\n{text}\n")) == ()
