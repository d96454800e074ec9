"""Sites as a web server shows them, each in a folder of its own: /press/desk/."""

import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import unquote, urlsplit

Site = Mapping[str, bytes]
_HTML: Final = "text/html; charset=utf-8"


@contextmanager
def served(sites: Mapping[str, Site]) -> Iterator[str]:
    """Serve sites below their folders (`press/desk`) and give the server's own address."""
    folders = {f"/{folder.strip('/')}/": site for folder, site in sites.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, kind, data = _answer(folders, unquote(urlsplit(self.path).path))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=3600")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _answer(folders: Mapping[str, Site], path: str) -> tuple[int, str, bytes]:
    for folder, site in folders.items():
        if path.startswith(folder):
            url = path.removeprefix(folder)
            url += "index.html" if url.endswith("/") or not url else ""
            if url in site:
                kind = mimetypes.guess_type(url)[0] or "application/octet-stream"
                return HTTPStatus.OK, _HTML if kind == "text/html" else kind, site[url]
            return HTTPStatus.NOT_FOUND, _HTML, site["404.html"]
    return HTTPStatus.NOT_FOUND, _HTML, b"nothing here"
