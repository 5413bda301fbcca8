"""Of each kecamatan's files the one that counts, held against those before; what that shows is kept with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja.errors import KinerjaError
from kinerja.hari import write_tanggal
from kinerja.kumpul.data import to_dict, write_json
from kinerja.kumpul.kembar import HAMPIR, Calon, choose_berlaku, explain_kalah, list_beda, read_waktu, show_beda
from kinerja.kumpul.kode import KU06, KU07, KU60, KU66
from kinerja.kumpul.lalu import check_lalu, list_lewat
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.periksa import BukuKumpul
from kinerja.kumpul.terdahulu import Riwayat, read_acuan, read_riwayat, read_simpanan, summarize
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, settle_kembalian
from kinerja.terbit.register import Register

_GANTI = "Bila berkas ini yang berlaku, ulangi dengan --ganti."
Temuan = tuple[TemuanKumpul, ...]


@dataclass(frozen=True, slots=True)
class Simpanan:
    """Where returns are kept, and their issues."""

    register: Register
    pustaka: Pustaka


def settle_kiriman(
    identitas: Identitas, buku: Sequence[BukuKumpul], simpanan: Simpanan, *, ganti: bool
) -> list[BukuKumpul]:
    """Choose the file that counts, compare it with those before, and keep what that shows; inside a transaction.

    Args:
        buku: the files of one agreement that were collected now, all of which are kept.
        ganti: they replace what was collected before.
    """
    yakin = [b for b in buku if not b.ragu]
    if not yakin:
        return [_keep(simpanan.register, identitas, b, _report_ragu()) for b in buku]
    pilih = choose_berlaku(yakin)
    awal = _choose_awal(yakin, pilih)
    try:
        riwayat = read_riwayat(simpanan.register, identitas, {b.sidik for b in buku})
        for satu in awal.values():
            riwayat = _count_awal(satu, riwayat, simpanan.register, identitas)
        temuan = _compare_semua(buku, pilih, awal, riwayat)
        mundur = () if ganti else _check_mundur(pilih, riwayat)
        lalu = () if mundur else _compare_lalu(pilih.sidik, riwayat, simpanan)
    except KinerjaError as galat:  # what is kept of one of them is damaged: no reason to stop the others
        rusak = KU60.report(("", ""), f"Tidak dapat dibandingkan dengan kiriman sebelumnya: {galat}", saran=galat.saran)
        temuan, mundur, lalu = {}, (), (rusak,)
    temuan[pilih.sidik] = (*temuan.get(pilih.sidik, ()), *mundur, *lalu)
    return [
        _keep(simpanan.register, identitas, b, temuan.get(b.sidik, ()), berlaku=b is pilih and not mundur) for b in buku
    ]


def _keep(
    register: Register, identitas: Identitas, buku: BukuKumpul, temuan: Temuan, *, berlaku: bool = False
) -> BukuKumpul:
    """A file with what was found beside others, here and in the register."""
    jadi = replace(buku.with_temuan(*temuan), berlaku=berlaku)
    settle_kembalian(
        register,
        identitas,
        buku.sidik,
        dihitung=berlaku,
        status=str(jadi.status),
        temuan=write_json(to_dict(jadi.temuan)),
    )
    return jadi


def _report_ragu() -> Temuan:
    pesan = "Berkas ini tidak dihitung, karena tidak jelas milik siapa."
    return (KU06.report(("", ""), pesan, saran="Tanyakan dahulu kepada pengirimnya."),)


def _choose_awal(buku: Sequence[BukuKumpul], pilih: BukuKumpul) -> dict[int, BukuKumpul]:
    """Of each quarter before that of the file that counts, the one that would have counted then."""
    lama: dict[int, list[BukuKumpul]] = {}
    for satu in buku:
        if 0 < satu.triwulan < pilih.triwulan and read_waktu(satu.disimpan) <= read_waktu(pilih.disimpan):
            lama.setdefault(satu.triwulan, []).append(satu)
    return {triwulan: choose_berlaku(lama[triwulan]) for triwulan in sorted(lama)}


def _count_awal(satu: BukuKumpul, riwayat: Riwayat, register: Register, identitas: Identitas) -> Riwayat:
    """Count a file of an earlier quarter before that which counts now, unless one of its quarter did already."""
    if any(riwayat.semua[sidik].triwulan >= satu.triwulan for sidik in riwayat.urut):
        return riwayat
    _keep(register, identitas, satu, (), berlaku=True)
    return replace(riwayat, urut=(*riwayat.urut, satu.sidik))


def _compare_semua(
    buku: Sequence[BukuKumpul], pilih: BukuKumpul, awal: Mapping[int, BukuKumpul], riwayat: Riwayat
) -> dict[str, Temuan]:
    """Findings on files that do not count, by digest, and on the one that does."""
    hasil: dict[str, Temuan] = {}
    berbeda: list[str] = []
    for satu in buku:
        if satu is pilih:
            continue
        if satu.ragu:
            hasil[satu.sidik] = _report_ragu()
        elif satu is awal.get(satu.triwulan):
            pesan = f"Kiriman triwulan sebelumnya; yang dihitung sekarang {pilih.berkas}."
            hasil[satu.sidik] = (KU66.report(("", ""), pesan),)
        else:
            acuan = awal.get(satu.triwulan, pilih)
            hasil[satu.sidik] = (_compare_kembar(satu, acuan, riwayat.semua),)
            if acuan is pilih and hasil[satu.sidik][0].kode == KU06.kode:
                berbeda.append(satu.berkas)
    if berbeda:
        pesan = f"Berkas ini yang dihitung; yang tidak dihitung: {', '.join(berbeda)}."
        hasil[pilih.sidik] = (KU06.report(("", ""), pesan),)
    return hasil


def _compare_kembar(satu: BukuKumpul, acuan: BukuKumpul, semua: Mapping[str, Kembalian]) -> TemuanKumpul:
    """A file beside the one that counts instead: those that differ in what was typed are a question."""
    kini, dulu = read_simpanan(semua[acuan.sidik]), read_simpanan(semua[satu.sidik])
    beda = list(list_beda(dulu.isi, kini.isi))
    if not beda:
        return KU07.report(("", ""), f"Isiannya sama dengan {acuan.berkas}, yang dihitung.")
    apa = show_beda(beda, {**kini.letak, **dulu.letak})
    sebab = explain_kalah(satu, acuan)
    pesan = f"Berkas ini tidak dihitung, karena {acuan.berkas} {sebab}. {len(beda)} isian berbeda: {apa}."
    return KU06.report(("", ""), pesan)


def _check_mundur(pilih: BukuKumpul, riwayat: Riwayat) -> Temuan:
    """Why a file does not replace the one that was collected before; nothing where it does."""
    terakhir = riwayat.find_terakhir()
    if terakhir is None or terakhir.sidik == pilih.sidik or terakhir.identitas != pilih.identitas:
        return ()
    lama = summarize(terakhir)
    if read_waktu(lama.disimpan) == read_waktu(pilih.disimpan) and pilih.terisi >= HAMPIR * lama.terisi:
        return ()
    calon: list[Calon] = [pilih, lama]
    if choose_berlaku(calon) is pilih:
        return ()
    if pilih.sidik in riwayat.urut and pilih.triwulan < terakhir.triwulan:
        pesan = f"Sudah dikumpulkan sebelumnya; yang dihitung sekarang {lama.berkas}."
        return (KU66.report(("", ""), pesan, saran=_GANTI),)
    kapan = f", yang dikumpulkan {write_tanggal(terakhir.waktu)},"
    pesan = f"Berkas ini tidak dihitung, karena {lama.berkas}{kapan} {explain_kalah(pilih, lama)}."
    return (KU06.report(("", ""), pesan, saran=_GANTI),)


def _compare_lalu(sidik: str, riwayat: Riwayat, simpanan: Simpanan) -> Temuan:
    """The file that counts beside those that counted before; collected once more, it shows what it showed then."""
    terakhir = riwayat.find_terakhir(selain=sidik)
    if terakhir is None:
        return ()
    kini = riwayat.semua[sidik]
    pilihan = {q: riwayat.choose_acuan(q, kini.sidik) for q in list_lewat(kini.triwulan, terakhir.triwulan)}
    semua = {k.sidik: k for k in (terakhir, *pilihan.values()) if k is not None}
    isi = {sidik: read_acuan(simpanan.register, simpanan.pustaka, k, kini) for sidik, k in semua.items()}
    acuan = {q: isi[k.sidik] for q, k in pilihan.items() if k is not None}
    return tuple(check_lalu(acuan, isi[terakhir.sidik], read_simpanan(kini)))
