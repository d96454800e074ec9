"""The preview's server answers its own pages, and people who know its token."""

import pytest

from generator.runtime.http import Server
from tests.runtime.asking import get, port_of, sent


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "localhost.evil.example:{port}",
        "127.0.0.1.nip.io:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "192.168.1.2:{port}",
        "127.0.0.2:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "127.1:{port}",
        "2130706433:{port}",
        "127.0.0.1:{port}@evil.example",
        "",
    ],
)
def test_another_name_for_this_machine_is_not_answered(host: str, server: Server) -> None:
    status, answer = get(server, "/", host=host.format(port=port_of(server)))

    assert status == 421
    assert b"Home" not in answer


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_this_machine_has_several_names(host: str, server: Server) -> None:
    assert get(server, "/", host=host.format(port=port_of(server)))[0] == 200


def test_there_is_one_host(server: Server) -> None:
    own = f"Host: 127.0.0.1:{port_of(server)}"

    assert get(server, "/", own)[0] == 400
    assert sent(server, b"GET / HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "lines",
    [
        ("Origin: http://evil.example",),
        ("Origin: null",),
        ("Origin: http://127.0.0.1:1",),
        ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"),
        ("Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"),
        ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"),
    ],
)
def test_pages_of_other_sites_are_not_answered(lines: tuple[str, ...], server: Server) -> None:
    assert get(server, "/", *lines)[0] == 403


def test_own_pages_and_a_person_who_follows_a_link_are_answered(server: Server) -> None:
    own = f"Origin: http://127.0.0.1:{port_of(server)}"
    followed = (
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: document",
    )

    assert get(server, "/", own, "Sec-Fetch-Site: same-origin")[0] == 200
    assert get(server, "/", *followed)[0] == 200
    assert get(server, "/", "Sec-Fetch-Site: none")[0] == 200


@pytest.mark.parametrize("server", ["t0ken"], indirect=True)
def test_other_machines_must_know_the_token(server: Server) -> None:
    status, answer = get(server, "//evil.example/%0d%0aX:%20y?token=t0ken", host="desk.example")

    assert get(server, "/", host="desk.example")[0] == 403
    assert get(server, "/?token=wrong", host="desk.example")[0] == 403
    assert get(server, "/", "Cookie: briefbook=wrong", host="desk.example")[0] == 403
    assert get(server, "/", "Cookie: briefbook=t0ken", host="desk.example")[0] == 200
    assert status in {303, 400}
    assert b"Location: //" not in answer

    status, answer = get(server, "//evil.example/?token=t0ken", host="desk.example")
    assert status == 303
    assert b"Location: /evil.example/\r\n" in answer
    assert b"HttpOnly; SameSite=Strict" in answer
