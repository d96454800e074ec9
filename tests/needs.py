"""What a process needs of the machine, as Linux tells it."""

import os
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Needs:
    """What a process has taken."""

    memory: int
    """In bytes."""
    descriptors: int
    threads: int
    ticks: int
    """Of the processor."""

    @classmethod
    def of_this(cls) -> "Needs":
        """Look at this process."""
        return cls.of(os.getpid())

    @classmethod
    def of(cls, process: int) -> "Needs":
        """Look at a process."""
        folder = PROC / str(process)
        fields = (folder / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
        pages = int((folder / "statm").read_text(encoding="ascii").split()[1])
        return cls(
            memory=pages * os.sysconf("SC_PAGE_SIZE"),
            descriptors=len([*(folder / "fd").iterdir()]),
            threads=len([*(folder / "task").iterdir()]),
            ticks=int(fields[11]) + int(fields[12]),
        )
