"""Forms of the office in the register: each once, byte for byte as the office gave it."""

from __future__ import annotations

import hashlib

from kinerja.alamat import show_nama
from kinerja.errors import BerkasError
from kinerja.terbit.mampat import pack_isi, unpack_isi
from kinerja.terbit.register import Register, SimpananError
from kinerja.terbit.susunan import SKEMA_FORMULIR

_TABEL = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'formulir'"


def add_formulir(register: Register, sidik: str, berkas: str, isi: bytes) -> None:
    """Remember a form, inside a transaction; again, when what was kept of it is damaged.

    Args:
        sidik: SHA-256 of `isi`, hexadecimal.
        berkas: the name of its file.
    """
    register.write(SKEMA_FORMULIR)
    kunci = bytes.fromhex(sidik)
    ada = register.read("SELECT id, panjang, mampat, simpanan FROM formulir WHERE sidik = ?", (kunci,))
    if not ada:
        perintah = "INSERT INTO formulir(sidik, berkas, panjang, mampat, simpanan) VALUES (?,?,?,?,?)"
        register.write(perintah, (kunci, show_nama(berkas), *pack_isi(isi)))
    elif unpack_isi(*ada[0][1:]) != isi:
        perintah = "UPDATE formulir SET panjang = ?, mampat = ?, simpanan = ? WHERE id = ?"
        register.write(perintah, (*pack_isi(isi), ada[0][0]))


def read_formulir_lama(register: Register, sidik: str) -> tuple[str, bytes]:
    """The form of a digest: the name of its file, its bytes.

    Raises:
        SimpananError: what is kept of it is damaged.
        BerkasError: it is not in the register.
    """
    tanya = "SELECT berkas, panjang, mampat, simpanan FROM formulir WHERE sidik = ?"
    baris = register.read(tanya, (bytes.fromhex(sidik),)) if register.read(_TABEL) else []
    if not baris:
        raise BerkasError("Formulir itu tidak ada di register.", tempat=str(register.path))
    berkas, *simpanan = baris[0]
    isi = unpack_isi(*simpanan)
    if hashlib.sha256(isi).hexdigest() != sidik:
        raise SimpananError(
            "Simpanan formulir di register rusak.",
            tempat=str(register.path),
            saran="Jalankan kinerja buat dengan formulir yang sama: simpanannya dipulihkan.",
        )
    return berkas, isi
