"""What every test shares: how Hypothesis draws."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A busy machine is slow, not wrong; a fresh checkout must answer the same each time.
settings.register_profile(
    "iopkit",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
    print_blob=True,
)
settings.load_profile("iopkit")
