"""Bytes with a checksum before them, so that damage is seen."""

from hashlib import sha256
from typing import Final

from generator.runtime.packing import UnreadableError

_CHECKSUM: Final = 16


def with_checksum(data: bytes) -> bytes:
    """Give bytes with their checksum before them."""
    return sha256(data).digest()[:_CHECKSUM] + data


def checked(written: object) -> bytes:
    """Give what was written with its checksum; raises UnreadableError if it is not that."""
    data = written[_CHECKSUM:] if isinstance(written, bytes) else b""
    if with_checksum(data) != written:
        raise UnreadableError
    return data
