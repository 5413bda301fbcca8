"""Forms of the office in the register: each once, byte for byte as the office gave it."""

from __future__ import annotations

from kinerja.alamat import show_nama
from kinerja.errors import BerkasError
from kinerja.terbit.mampat import keep_isi, read_isi
from kinerja.terbit.register import Register
from kinerja.terbit.susunan import SKEMA_FORMULIR


def add_formulir(register: Register, sidik: str, berkas: str, isi: bytes) -> None:
    """Remember a form, inside a transaction; again, when what was kept of it is damaged.

    Args:
        sidik: SHA-256 of `isi`, hexadecimal.
        berkas: the name of its file.
    """
    register.write(SKEMA_FORMULIR)
    keep_isi(register, "formulir", sidik, isi, {"berkas": show_nama(berkas)})


def read_formulir_lama(register: Register, sidik: str) -> tuple[str, bytes]:
    """The form of a digest: the name of its file, its bytes.

    Raises:
        SimpananError: what is kept of it is damaged.
        BerkasError: it is not in the register.
    """
    saran = "Jalankan kinerja buat dengan formulir yang sama: simpanannya dipulihkan."
    isi = read_isi(register, "formulir", sidik, ("Simpanan formulir di register rusak.", saran))
    if isi is None:
        raise BerkasError("Formulir itu tidak ada di register.", tempat=str(register.path))
    ((berkas,),) = register.read("SELECT berkas FROM formulir WHERE sidik = ?", (bytes.fromhex(sidik),))
    return berkas, isi
