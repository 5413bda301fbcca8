"""`kinerja addin sajikan`: the web add-in on https at this machine's own address, for a try-out in Excel.

Its certificate (`addin.build.sertifikat`) is for localhost alone; its key never leaves the user's folder.
"""

from __future__ import annotations

import errno
import signal
import ssl
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from addin.build.sertifikat import HOST, find_certificate
from addin.build.web import build_web
from kinerja.berkas import describe_oserror
from kinerja.errors import BerkasError

FOLDER_SERTIFIKAT = Path.home() / ".kinerja"
PERCAYA = {
    "win32": 'certutil -user -addstore Root "{}"',
    "darwin": 'security add-trusted-cert -k ~/Library/Keychains/login.keychain-db "{}"',
}
HENTI = ("SIGTERM", "SIGHUP")
"""Signals that end a program at once; on Windows there is no second."""
TIDAK_ADA = "Halaman atau berkas ini tidak ada. Periksa alamatnya, atau mulai dari daftar fungsi."
DITOLAK = "Permintaan ini tidak dapat dilayani."
KALIMAT = {
    kode: (frasa, TIDAK_ADA if kode == HTTPStatus.NOT_FOUND else DITOLAK)
    for kode, (frasa, _) in SimpleHTTPRequestHandler.responses.items()
}
"""For each code of an answer the phrase of HTTP, and what a person reads."""


class Penyaji(SimpleHTTPRequestHandler):
    """Files only: no POST, no listing of folders, nothing kept from an older build."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        **dict.fromkeys((".mjs", ".js"), "text/javascript"),
        ".wasm": "application/wasm",
    }
    error_message_format = (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Fungsi Kinerja</title>'
        '<h1>Fungsi Kinerja</h1><p>%(explain)s (kode %(code)d)</p><p><a href="/">Daftar fungsi</a></p></html>'
    )
    responses = KALIMAT

    def end_headers(self) -> None:
        """Headers that Excel on the web needs, and that make it ask again after a new build."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Refuse."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Stay silent."""


class Server(ThreadingHTTPServer):
    """A client that does not trust the certificate hangs up; that is no reason for a traceback."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent about broken connections, show anything else."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(port: int, say: Callable[[str], None], pyodide: Path | None = None) -> None:
    """Build the folder, serve it until Ctrl-C.

    Args:
        say: shows a line to the user.
        pyodide: as for `build_web`.

    Raises:
        BerkasError: it cannot be built, or the port is taken.
    """
    _clean_up_when_ended()
    with tempfile.TemporaryDirectory(prefix="kinerja-web-") as sementara:
        alamat = f"https://{HOST}:{port}"
        folder = build_web(Path(sementara), alamat, pyodide)
        sertifikat = find_certificate(FOLDER_SERTIFIKAT, say)
        with make_server(folder, port, sertifikat) as penyaji:
            say(f"Add-in disajikan di {alamat}/taskpane.html; manifest untuk Excel: {folder / 'manifest.xml'}")
            say(f"Cara memasang dan daftar fungsi: {alamat}/")
            percaya = PERCAYA.get(sys.platform, "tambahkan {} ke sertifikat yang dipercaya.").format(sertifikat)
            say(f"Agar Excel percaya, sekali saja: {percaya}")
            say("Berhenti dengan Ctrl+C.")
            penyaji.serve_forever()


def _clean_up_when_ended() -> None:
    """Make a signal that ends the program leave its `with` blocks first, unless it is ignored or dealt with."""
    for nama in HENTI:
        sinyal = getattr(signal, nama, None)
        if sinyal is not None and signal.getsignal(sinyal) == signal.SIG_DFL:
            signal.signal(sinyal, lambda nomor, _: sys.exit(128 + nomor))


def make_server(folder: Path, port: int, sertifikat: Path) -> Server:
    """A server of `folder` on https, at the loopback address alone; port 0 takes a free one.

    Raises:
        BerkasError: the port is taken, or the certificate damaged.
    """
    konteks = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    konteks.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        konteks.load_cert_chain(sertifikat, password="")
    except ssl.SSLError:
        raise BerkasError("Sertifikat rusak.", tempat=str(sertifikat), saran="Hapus berkas itu.") from None
    try:
        penyaji = Server(("127.0.0.1", port), partial(Penyaji, directory=str(folder)))
    except OSError as galat:
        dipakai = galat.errno == errno.EADDRINUSE
        sebab = "sedang dipakai program lain" if dipakai else f"tidak dapat dipakai ({describe_oserror(galat)})"
        raise BerkasError(f"Port {port} {sebab}.", saran="Pilih port lain dengan --port.") from None
    # The handshake in the thread of the request: a client that stays silent must not stop the others.
    penyaji.socket = konteks.wrap_socket(penyaji.socket, server_side=True, do_handshake_on_connect=False)
    return penyaji
