"""Settings of all tests."""

from hypothesis import settings

# A shared machine pauses at will; a slow example is no fault of the rule that it tests.
settings.register_profile("kinerja", deadline=None)
settings.load_profile("kinerja")
