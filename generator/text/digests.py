"""Short names for what texts say: other texts have another digest."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

_SIZE: Final = 16


def digest_of_texts(texts: Iterable[str]) -> bytes:
    """Give a digest of several texts, each as it is and in this order.

    >>> digest_of_texts(["ab", "c"]) == digest_of_texts(["a", "bc"])
    False
    """
    counted = "".join([f"{len(text)}:{text}" for text in texts])
    return sha256(counted.encode("utf-8", "surrogatepass")).digest()[:_SIZE]


def digest_of_digests(digests: Iterable[bytes]) -> bytes:
    """Give a digest of several digests in this order."""
    return sha256(b"".join(digests)).digest()[:_SIZE]
