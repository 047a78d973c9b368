"""Settings of every test."""

from hypothesis import settings

# The same examples on every run, and no failure because a machine was busy.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")
