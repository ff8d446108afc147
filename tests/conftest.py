"""What all tests share."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.simulator.fixtures"]

# Every run tries the same examples, whatever the machine is doing: it can be repeated, and no test waits for luck.
settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# Others each time, and many: `pytest --hypothesis-profile=thorough`.
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, derandomize=False, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("quick")
