"""The recap of what the register keeps: every kecamatan that was issued, with the return that counts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from kinerja.errors import BerkasError, DataError, MasukanError
from kinerja.kumpul.data import read_hasil_data, read_temuan_data
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali
from kinerja.perjanjian.temuan_kumpul import is_diperiksa
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, list_terakhir
from kinerja.terbit.register import Register, Terbitan
from kinerja.wilayah import find_kecamatan


def assemble_rekap(register: Register, *, hari: date, tahun: int | None = None, jenis: str | None = None) -> Rekap:
    """The recap of one year and kind.

    Args:
        tahun: None is the last that was issued.
        jenis: None is `perubahan` where there is one in that year, else `murni`.

    Raises:
        MasukanError: nothing was issued in that year, or of that kind.
        BerkasError: what the register keeps is damaged.
    """
    terakhir = {t.identitas: t for t in register.list_terbitan()}
    tahun, jenis = _choose(list(terakhir), tahun, jenis)
    milik = {i.kode: t for i, t in terakhir.items() if (i.tahun, i.jenis) == (tahun, jenis)}
    kembali = {k.identitas.kode: k for k in list_terakhir(register, tahun, jenis)}
    baris = [_make_baris(t, kembali.get(kode)) for kode, t in sorted(milik.items())]
    sampai = max((kembali[b.kode].triwulan for b in baris if b.hasil is not None), default=0)
    return Rekap(tahun, jenis, hari, sampai, tuple(baris))


def _choose(ada: Sequence[Identitas], tahun: int | None, jenis: str | None) -> tuple[int, str]:
    if not ada:
        raise MasukanError("Belum ada yang diterbitkan.", saran="Terbitkan dahulu dengan kinerja buat.")
    tahun = tahun or max(i.tahun for i in ada)
    semua = {i.jenis for i in ada if i.tahun == tahun}
    pilih = jenis or next((str(j) for j in reversed(JenisPerjanjian) if str(j) in semua), "")
    if pilih not in semua:
        lain = ", ".join(sorted({f"{i.jenis} {i.tahun}" for i in ada}))
        raise MasukanError(f"Tidak ada terbitan {f'{jenis} ' if jenis else ''}{tahun}.", saran=f"Yang ada: {lain}.")
    return tahun, pilih


def _make_baris(terbitan: Terbitan, kembali: Kembalian | None) -> BarisRekap:
    i = terbitan.identitas
    kabkota = ""
    with suppress(DataError):
        kabkota = find_kecamatan(i.kode).kabkota
    if kembali is None:
        return BarisRekap(i.kode, terbitan.nama, kabkota, StatusKembali.BELUM)
    try:
        data = json.loads(kembali.hasil)
        lengkap = bool(data.pop("lengkap"))
        hasil, temuan = read_hasil_data(data), read_temuan_data(json.loads(kembali.temuan))
    except (KeyError, TypeError, ValueError):
        raise BerkasError(
            f"Simpanan kiriman {i.kode} {terbitan.nama} di register rusak.", saran=f"Kumpulkan lagi {kembali.berkas}."
        ) from None
    if is_diperiksa(temuan):
        status = StatusKembali.DIPERIKSA
    else:
        status = StatusKembali.LENGKAP if lengkap else StatusKembali.SEBAGIAN
    return BarisRekap(i.kode, terbitan.nama, kabkota, status, kembali.berkas, kembali.waktu, hasil, temuan)
