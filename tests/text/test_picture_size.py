import struct
import zlib

import pytest

from generator.text.picture_size import Size, picture_size

SVG = 'xmlns="http://www.w3.org/2000/svg"'


def png(width: int, height: int) -> bytes:
    """Make a whole PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x00\x1e\x00\x28\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
)
WEBP = b"RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x27\x00\x00\x1d\x00\x00"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        pytest.param(png(40, 30), (40, 30), id="png"),
        pytest.param(JPEG, (40, 30), id="jpeg"),
        pytest.param(b"GIF89a\x28\x00\x1e\x00\x00\x00\x00", (40, 30), id="gif"),
        pytest.param(WEBP, (40, 30), id="webp"),
        pytest.param(f'<svg {SVG} width="40" height="30"/>'.encode(), (40, 30), id="svg"),
        pytest.param(f'<svg {SVG} width="30pt" height="1in"/>'.encode(), (40, 96), id="svg-units"),
        pytest.param(f'<svg {SVG} viewBox="0 0 40 30"/>'.encode(), (40, 30), id="view-box"),
        pytest.param(
            f'<svg {SVG} width="100%" height="15" viewBox="0 0 40 30"/>'.encode(),
            (20, 15),
            id="height-and-view-box",
        ),
        pytest.param(
            f'<?xml version="1.0"?>\n<!-- <b> -->\n<svg {SVG}\n viewBox="-2 -2 40.4 30"/>'.encode(),
            (40, 30),
            id="svg-behind-a-remark",
        ),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_bytes(data: bytes, size: tuple[int, int]) -> None:
    assert picture_size(data) == Size(*size)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"A map.\n", id="text"),
        pytest.param(b"%PDF-1.7\n", id="pdf"),
        pytest.param(png(40, 30)[:18], id="cut-png"),
        pytest.param(JPEG[:24], id="cut-jpeg"),
        pytest.param(b"<svg/>", id="no-attributes"),
        pytest.param(f'<svg {SVG} width="100%" height="100%"/>'.encode(), id="share-of-the-page"),
        pytest.param(f'<svg {SVG} viewBox="0 0 0 30"/>'.encode(), id="no-width"),
        pytest.param(f'<svg {SVG}><rect width="4" height="3"/></svg>'.encode(), id="of-a-part"),
        pytest.param(b"<html><p>Not found</p></html>", id="web-page"),
        pytest.param(b"<svg " + b'a="' * 40_000, id="never-closed"),
    ],
)
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert picture_size(data) is None
