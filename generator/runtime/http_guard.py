"""Which requests are answered: those of a page that this server gave, or of a person's own hand.

A page of any other site can make a browser ask a server on this machine.  So the name by
which it was asked for must be its own (else the name of another site may have been made to
lead here), and the browser must not say that another site's page asks.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes

_OWN: Final = frozenset({"same-origin", "none"})
_LONGEST: Final = 2_000


class Refused(Exception):  # noqa: N818 - a fact about the request
    """A request that is not answered."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks for."""

    path: str
    """Decoded, without its first slash."""
    query: Mapping[str, str]
    token: str = ""
    """The token that came with the address, to be kept by the browser."""


class Guard:
    """Lets through what may be answered."""

    def __init__(self, host: str, port: int, token: str = "") -> None:
        self._token = token
        shown = f"[{host}]" if ":" in host else host
        own = {f"{shown}:{port}"}
        if is_loopback(host):
            own |= {f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"}
        self._own = frozenset(own)
        asked = f"?token={token}" if token else ""
        self.url = f"http://{shown}:{port}/{asked}"

    def wanted(self, target: str, headers: Message) -> Wanted:
        """Give what a request asks for.

        Raises Refused where it is not answered.
        """
        self._check_sender(headers)
        path, query = _parts(target)
        if not self._token:
            return Wanted(path, query)
        if _same(query.get("token", ""), self._token):
            return Wanted(path, query, self._token)
        if not _same(_cookie(headers), self._token):
            raise Refused(HTTPStatus.FORBIDDEN)
        return Wanted(path, query)

    def _check_sender(self, headers: Message) -> None:
        hosts = headers.get_all("Host", [])
        if len(hosts) != 1:
            raise Refused(HTTPStatus.BAD_REQUEST)
        host = hosts[0].lower()
        if not self._token and host not in self._own:
            raise Refused(HTTPStatus.MISDIRECTED_REQUEST)
        if any(origin.lower() != f"http://{host}" for origin in headers.get_all("Origin", [])):
            raise Refused(HTTPStatus.FORBIDDEN)
        sites = headers.get_all("Sec-Fetch-Site", [])
        visits = headers.get("Sec-Fetch-Mode") == "navigate"
        visits = visits and headers.get("Sec-Fetch-Dest") == "document"
        if not visits and any(site.lower() not in _OWN for site in sites):
            raise Refused(HTTPStatus.FORBIDDEN)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _parts(target: str) -> tuple[str, Mapping[str, str]]:
    path, _, query = target.partition("?")
    if not path.startswith("/") or len(target) > _LONGEST:
        raise Refused(HTTPStatus.BAD_REQUEST)
    try:
        decoded = unquote_to_bytes(path[1:]).decode()
        given = dict(parse_qsl(query, strict_parsing=bool(query), max_num_fields=10))
    except ValueError:
        raise Refused(HTTPStatus.BAD_REQUEST) from None
    if any(letter < " " or letter == "\\" for letter in decoded):
        raise Refused(HTTPStatus.BAD_REQUEST)
    return decoded, given


def _cookie(headers: Message) -> str:
    try:
        cookies = SimpleCookie(headers.get("Cookie", ""))
    except CookieError:
        return ""
    return cookies["briefbook"].value if "briefbook" in cookies else ""


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())
