"""How the property tests draw: the same examples on every run of `make test`, new ones with `make fuzz`.

A commit then passes or fails for what it is, not for the hour; what `make fuzz` finds becomes an example of its own.

Tracing for coverage makes Python three times as slow. A test that goes over the same lines hundreds of times in a loop
is therefore marked `no_cover`: it runs and checks as ever, and only the count of covered lines leaves it out.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.register_profile("fuzz", print_blob=True)
settings.load_profile("fuzz" if os.environ.get("DETAINER_DESK_FUZZ") else "steady")
