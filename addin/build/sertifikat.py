"""Key and certificate for https at localhost: made here, for localhost alone and for a year, readable for one user."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kinerja.berkas import explain_oserror, write_atomic
from kinerja.tabel.pintu import read_bita

HOST = "localhost"
MASA = timedelta(days=365)
SISA = timedelta(days=7)
"""A certificate that ends sooner is renewed."""
NAMA_BERKAS = "sertifikat-localhost.pem"
MAKS_PEM = 100_000
HANYA_PEMILIK = 0o600


def find_certificate(folder: Path, say: Callable[[str], None] = lambda _: None) -> Path:
    """Key and certificate for localhost in one PEM file; kept, so that it need be trusted once, and renewed in time.

    Args:
        say: is told when an older one was replaced.

    Raises:
        BerkasError, DataError: the folder cannot be written, or something else than a file has that name.
    """
    path = folder / NAMA_BERKAS
    ada = os.path.lexists(path)
    sebab = _find_cacat(path, read_bita(path, maks=MAKS_PEM)) if ada else "belum ada"
    with explain_oserror(path):
        if sebab:
            folder.mkdir(parents=True, exist_ok=True)
            write_atomic(path, _make_certificate(), mode=HANYA_PEMILIK)
        elif path.stat().st_mode & 0o777 != HANYA_PEMILIK:
            path.chmod(HANYA_PEMILIK)
    if ada and sebab:
        say(f"Sertifikat {path} {sebab}, jadi diganti; yang baru perlu dipercaya lagi.")
    return path


def _find_cacat(path: Path, isi: bytes) -> str:
    """Why a file cannot serve as key and certificate; empty when it can."""
    from cryptography import x509

    try:
        akhir = x509.load_pem_x509_certificate(isi).not_valid_after_utc
        # Without a password of our own, a locked key would be asked for on the terminal.
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(path, password="")
    except (ValueError, ssl.SSLError):
        return "rusak"
    return "" if akhir > datetime.now(UTC) + SISA else "habis masanya"


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
