"""What came back, in the register: the file whole, and what was read, computed and found of it as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from kinerja.errors import BerkasError, DataError
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.mampat import keep_isi, read_isi
from kinerja.terbit.register import Register, SimpananError
from kinerja.terbit.susunan import MAKS_REVISI, SKEMA_KEMBALI

_TABEL = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'kembali'"
_MILIK = "kode = ? AND tahun = ? AND jenis = ?"
_SARING = "(?1 IS NULL OR kode = ?1) AND (?2 IS NULL OR tahun = ?2) AND (?3 IS NULL OR jenis = ?3)"
_KOLOM = "waktu, berkas, versi, revisi, triwulan, disimpan, status, isian, hasil, temuan"
_JSON = ("isian", "hasil", "temuan")
_SEHAT = " AND ".join(f"json_valid({n}) AND NOT instr(CAST({n} AS BLOB), x'00')" for n in _JSON)


@dataclass(frozen=True, slots=True)
class Kembalian:
    """One return.

    Attributes:
        identitas: whose the workbook is, by the word of the collector.
        sidik: SHA-256 of the file, hexadecimal.
        dihitung: it is the one that counts for its kecamatan, year and kind, among those that were collected with it;
            of one that is read back, whether it ever was.
        waktu: when it was collected, ISO 8601 with its offset.
        berkas: the name under which it came.
        versi: of the program that issued it.
        revisi: of the issue that it was compared with; None where it was with none.
        triwulan: the last quarter in which anything is filled in, 1 to 4; 0 none.
        disimpan: when the file says to have been saved last, ISO 8601; empty where it does not say.
        status: where it stands, one word or a few.
        isian: what was typed, as JSON; so `hasil`, what it comes to, and `temuan`.
    """

    identitas: Identitas
    sidik: str
    dihitung: bool
    waktu: str
    berkas: str
    versi: str
    revisi: int | None
    triwulan: int
    disimpan: str
    status: str
    isian: str
    hasil: str
    temuan: str


def add_kembalian(register: Register, kembalian: Kembalian, isi: bytes) -> bool:
    """Remember a return, inside a transaction.

    The same file for the same agreement is no other return: when it came, and what was found beside others then, stays;
    what is read and computed is what this version makes of it. When it is again the one that counts, it counts after
    those that did meanwhile.

    Raises:
        DataError: something in it that no register can hold.

    Returns:
        Whether it is a new one.
    """
    _check(register, kembalian)
    for perintah in SKEMA_KEMBALI.split(";\n"):
        register.write(perintah)
    i = kembalian.identitas
    kunci = i.kode, i.tahun, i.jenis
    nomor = keep_isi(register, "isi_kembali", kembalian.sidik, isi)
    ((terakhir,),) = register.read(f"SELECT coalesce(max(dihitung), 0) FROM kembali WHERE {_MILIK}", kunci)  # noqa: S608
    ada = register.read(
        f"SELECT id, dihitung, {_SEHAT} FROM kembali WHERE {_MILIK} AND isi = ?",  # noqa: S608
        (*kunci, nomor),
    )
    urut = terakhir + 1 if kembalian.dihitung else 0
    nilai = astuple(kembalian)[3:]
    if not ada:
        tanda = ",".join("?" * (5 + len(nilai)))
        register.write(
            f"INSERT INTO kembali(kode, tahun, jenis, isi, dihitung, {_KOLOM}) VALUES ({tanda})",  # noqa: S608
            (*kunci, nomor, urut, *nilai),
        )
        return True
    ((baris, dulu, sehat),) = ada
    if kembalian.dihitung and not 0 < dulu == terakhir:
        register.write("UPDATE kembali SET dihitung = ? WHERE id = ?", (urut, baris))
    if not sehat:
        tanda = ",".join("?" * len(nilai))
        register.write(f"UPDATE kembali SET ({_KOLOM}) = ({tanda}) WHERE id = ?", (*nilai, baris))  # noqa: S608
    else:
        k = kembalian
        register.write(
            "UPDATE kembali SET revisi = ?, triwulan = ?, isian = ?, hasil = ? WHERE id = ?",
            (k.revisi, k.triwulan, k.isian, k.hasil, baris),
        )
    return False


def settle_kembalian(
    register: Register, identitas: Identitas, sidik: str, *, dihitung: bool, status: str, temuan: str
) -> None:
    """Say of a return that is kept, inside a transaction, whether it counts and what was found beside the others."""
    i = identitas
    kunci = i.kode, i.tahun, i.jenis
    di_mana = f"{_MILIK} AND isi = (SELECT id FROM isi_kembali WHERE sidik = ?)"  # noqa: S608
    register.write(
        f"UPDATE kembali SET status = ?, temuan = ? WHERE {di_mana}",  # noqa: S608
        (status, temuan, *kunci, bytes.fromhex(sidik)),
    )
    if dihitung:
        ((terakhir, kini),) = register.read(
            f"SELECT max(dihitung), coalesce(max(dihitung * (isi = (SELECT id FROM isi_kembali WHERE sidik = ?))), 0)"  # noqa: S608
            f" FROM kembali WHERE {_MILIK}",
            (bytes.fromhex(sidik), *kunci),
        )
        if not 0 < kini == terakhir:
            register.write(
                f"UPDATE kembali SET dihitung = ? WHERE {di_mana}",  # noqa: S608
                (terakhir + 1, *kunci, bytes.fromhex(sidik)),
            )


def list_terakhir(
    register: Register, tahun: int | None = None, jenis: str | None = None, kode: str | None = None
) -> Iterator[Kembalian]:
    """For each kecamatan, year and kind the return that was the last to count, by code; one row is in the memory.

    Raises:
        SimpananError: what is kept of one is damaged.
        BerkasError: the register cannot be read.
    """
    tanya = f"SELECT id, kode, max(dihitung) FROM kembali WHERE dihitung > 0 AND {_SARING}"  # noqa: S608
    return _list(register, f"{tanya} GROUP BY kode, tahun, jenis ORDER BY kode, tahun, jenis", (kode, tahun, jenis))


def list_semua(
    register: Register, kode: str | None = None, tahun: int | None = None, jenis: str | None = None
) -> Iterator[Kembalian]:
    """All returns by kecamatan, year and kind, in the order in which they were collected; one row is in the memory.

    Raises:
        SimpananError: what is kept of one is damaged.
        BerkasError: the register cannot be read.
    """
    tanya = f"SELECT id, kode FROM kembali WHERE {_SARING} ORDER BY kode, tahun, jenis, id"  # noqa: S608
    return _list(register, tanya, (kode, tahun, jenis))


def list_identitas(register: Register) -> set[Identitas]:
    """The agreements of which a return ever counted.

    Raises:
        BerkasError: the register cannot be read.
    """
    if not register.read(_TABEL):
        return set()
    return {Identitas(*i) for i in register.read("SELECT DISTINCT kode, tahun, jenis FROM kembali WHERE dihitung > 0")}


def list_dihitung(register: Register, identitas: Identitas) -> list[str]:
    """Digests of the returns of an agreement that ever counted, in the order in which each did last.

    Raises:
        BerkasError: the register cannot be read.
    """
    return _list_sidik(register, identitas, "dihitung > 0", "dihitung")


def list_sidik(register: Register, identitas: Identitas) -> list[str]:
    """Digests of all returns of an agreement, in the order in which they were collected.

    Raises:
        BerkasError: the register cannot be read.
    """
    return _list_sidik(register, identitas, "1", "kembali.id")


def _list_sidik(register: Register, identitas: Identitas, saring: str, urut: str) -> list[str]:
    if not register.read(_TABEL):
        return []
    tanya = (
        "SELECT sidik FROM kembali JOIN isi_kembali ON isi_kembali.id = isi"  # noqa: S608
        f" WHERE {saring} AND {_MILIK} ORDER BY {urut}"
    )
    return [sidik.hex() for (sidik,) in register.read(tanya, (identitas.kode, identitas.tahun, identitas.jenis))]


def read_isi_kembalian(register: Register, sidik: str) -> bytes:
    """The file of a digest, byte for byte as it came.

    Raises:
        SimpananError: what is kept of it is damaged.
        BerkasError: it is not in the register.
    """
    rusak = "Simpanan di register rusak.", "Kumpulkan lagi berkasnya."
    isi = read_isi(register, "isi_kembali", sidik, rusak)
    if isi is None:
        raise BerkasError("Kiriman itu tidak ada di register.", tempat=str(register.path))
    return isi


def _list(register: Register, tanya: str, nilai: tuple[object, ...]) -> Iterator[Kembalian]:
    """The rows by their numbers, which are known at once; of a folder below that of the register only its kecamatan."""
    if not register.read(_TABEL):
        return
    milik = {t.identitas.kode for t in register.list_terbitan()} if register.letak else None
    for nomor, kode, *_ in register.read(tanya, nilai):
        if milik is None or kode in milik:
            yield _read_baris(register, nomor)


def _read_baris(register: Register, nomor: int) -> Kembalian:
    kolom = f"kode, tahun, jenis, sidik, dihitung, {_SEHAT}, {_KOLOM}"
    tanya = f"SELECT {kolom} FROM kembali JOIN isi_kembali ON isi_kembali.id = isi WHERE kembali.id = ?"  # noqa: S608
    ((kode, tahun, jenis, sidik, dihitung, sehat, *sisa),) = register.read(tanya, (nomor,))
    if not sehat:
        raise SimpananError(
            f"Simpanan kiriman {kode} {jenis} {tahun} di register rusak.",
            tempat=str(register.path),
            saran=f"Kumpulkan lagi berkas {sisa[1]}.",
        )
    return Kembalian(Identitas(kode, tahun, jenis), sidik.hex(), bool(dihitung), *sisa)


def _check(register: Register, k: Kembalian) -> None:
    """Refuse what would make the register unsound: an identity is whatever somebody typed into a workbook."""
    teks: dict[str, str] = {n: getattr(k, n) for n in ("waktu", "berkas", "versi", "disimpan", "status", *_JSON)}
    for nama, satu in (teks | {"kode": k.identitas.kode, "jenis": k.identitas.jenis}).items():
        if "\0" in satu or satu != satu.encode("utf-8", "replace").decode():
            saran = "Minta kecamatan mengetik ulang isian yang tampak sebagai kotak atau tanda tanya."
            raise DataError(f"Ada karakter terlarang pada {nama} kiriman ini.", tempat=k.berkas, saran=saran)
    revisi = 1 if k.revisi is None else k.revisi
    if not (1 <= k.identitas.tahun <= 9999 and 1 <= revisi <= MAKS_REVISI and 0 <= k.triwulan <= 4):
        raise DataError("Tahun, revisi atau triwulan kiriman ini tidak mungkin.", tempat=k.berkas)
    if not all(register.read("SELECT json_valid(?), json_valid(?), json_valid(?)", (k.isian, k.hasil, k.temuan))[0]):
        raise ValueError("isian, hasil and temuan are JSON")
