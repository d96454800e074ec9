"""What a reader must know of the machine and of the programs; no path and no name of a host."""

import os
import platform
import re
import subprocess
from pathlib import Path
from typing import Final

from benchmarks.tools.tool import Tool

_NUMBER: Final = re.compile(r"\d+(\.\d+)+")


def machine(work: Path) -> dict[str, str]:
    """Describe the machine, and the file system that the books stand on."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "file system": _file_system(work),
        "Python": platform.python_version(),
    }


def version(tool: Tool) -> str:
    """Ask a generator for its version."""
    told = subprocess.run(tool.version, capture_output=True, text=True, check=True).stdout
    found = _NUMBER.search(told)
    return found[0] if found else told.strip()


def installed(tool: Tool) -> bool:
    """Say whether a generator is there to be run."""
    return tool.program.exists()


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _file_system(work: Path) -> str:
    """Give the kind of the file system that a folder is on."""
    mounts = [
        line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    ]
    around = [(where, kind) for where, kind in mounts if work.resolve().is_relative_to(where)]
    return max(around, key=lambda mount: len(mount[0]), default=("", "unknown"))[1]
