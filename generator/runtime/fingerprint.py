"""What tells one state of the program from another: its own text, and the libraries beside it."""

import sys
import sysconfig
from functools import cache
from hashlib import sha256
from pathlib import Path


@cache
def fingerprint(package: Path) -> str:
    """Give a digest of a package's modules, of the versions of all libraries, and of Python's."""
    made = sha256(sys.version.encode())
    for module in sorted(package.rglob("*.py")):
        made.update(f"{module.relative_to(package).as_posix()}\n".encode())
        made.update(sha256(module.read_bytes()).digest())
    for library in sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info")):
        made.update(f"{library.name}\n".encode())
    return made.hexdigest()
