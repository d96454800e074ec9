"""The environment in which every generator is run, whatever that of the one who measures is."""

import os
from typing import Final

_COMPILED_ANEW: Final = "PYTHONDONTWRITEBYTECODE"


def environment() -> dict[str, str]:
    """Give the variables for a program as pip installs it.

    pip compiles what it installs.  Briefbook is run from its sources here: where Python may not
    keep what it has compiled, it alone would be compiled anew at every start.
    """
    return {name: value for name, value in os.environ.items() if name != _COMPILED_ANEW}
