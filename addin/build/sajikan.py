"""`kinerja addin sajikan`: the web add-in on https at this machine's own address, for a try-out in Excel.

The certificate is made here, for localhost alone and for a year; its key never leaves the user's folder.
"""

from __future__ import annotations

import ssl
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from addin.build.web import build_web
from kinerja.berkas import describe_oserror, explain_oserror
from kinerja.errors import BerkasError

HOST = "localhost"
MASA = timedelta(days=365)
FOLDER_SERTIFIKAT = Path.home() / ".kinerja"
PERCAYA = {
    "win32": 'certutil -user -addstore Root "{}"',
    "darwin": 'security add-trusted-cert -k ~/Library/Keychains/login.keychain-db "{}"',
}


class Penyaji(SimpleHTTPRequestHandler):
    """Files only: no POST, no listing of folders, nothing kept from an older build."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        **dict.fromkeys((".mjs", ".js"), "text/javascript"),
        ".wasm": "application/wasm",
    }

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
    with tempfile.TemporaryDirectory(prefix="kinerja-web-") as sementara:
        alamat = f"https://{HOST}:{port}"
        folder = build_web(Path(sementara), alamat, pyodide)
        sertifikat = find_certificate(FOLDER_SERTIFIKAT)
        with make_server(folder, port, sertifikat) as penyaji:
            say(f"Add-in disajikan di {alamat}/taskpane.html; manifest untuk Excel: {folder / 'manifest.xml'}")
            percaya = PERCAYA.get(sys.platform, "tambahkan {} ke sertifikat yang dipercaya.").format(sertifikat)
            say(f"Agar Excel percaya, sekali saja: {percaya}")
            say("Berhenti dengan Ctrl+C.")
            penyaji.serve_forever()


def make_server(folder: Path, port: int, sertifikat: Path) -> Server:
    """A server of `folder` on https, at the loopback address alone; port 0 takes a free one.

    Raises:
        BerkasError: the port is taken.
    """
    konteks = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    konteks.minimum_version = ssl.TLSVersion.TLSv1_2
    konteks.load_cert_chain(sertifikat)
    try:
        penyaji = Server(("127.0.0.1", port), partial(Penyaji, directory=str(folder)))
    except OSError as galat:
        raise BerkasError(
            f"Port {port} tidak dapat dipakai ({describe_oserror(galat)}).", saran="Pilih port lain dengan --port."
        ) from None
    # The handshake in the thread of the request: a client that stays silent must not stop the others.
    penyaji.socket = konteks.wrap_socket(penyaji.socket, server_side=True, do_handshake_on_connect=False)
    return penyaji


def find_certificate(folder: Path) -> Path:
    """Key and certificate for localhost in one PEM file; kept, so that it need be trusted once, and renewed in time.

    Raises:
        BerkasError: the folder cannot be written.
    """
    path = folder / "sertifikat-localhost.pem"
    if not (path.exists() and _is_valid(path)):
        with explain_oserror(path):
            folder.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.touch(mode=0o600)
            path.write_bytes(_make_certificate())
    return path


def _is_valid(path: Path) -> bool:
    from cryptography import x509

    try:
        akhir = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    except ValueError:
        return False
    return akhir > datetime.now(UTC) + timedelta(days=7)


def _make_certificate() -> bytes:
    """A certificate that vouches for localhost and for nothing else: it can sign no other."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    kunci = ec.generate_private_key(ec.SECP256R1())
    nama = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kinerja di komputer ini")])
    mulai = datetime.now(UTC) - timedelta(days=1)
    sertifikat = (
        x509.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(nama)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(mulai)
        .not_valid_after(mulai + MASA)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(kunci, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    isi = kunci.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return isi + sertifikat.public_bytes(pem)
