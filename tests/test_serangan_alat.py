"""The tools of the hostile corpus: bombs are whole archives, the cage kills and goes on, the judge sees each fault."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.alat.serangan import kandang
from tests.alat.serangan.arsip import inflate, pack, stream
from tests.alat.serangan.hakim import find_pelanggaran
from tests.alat.serangan.kandang import Hasil, Kandang
from tests.alat.serangan.kasus import Harap, Serangan
from tests.alat.serangan.kelompok import KELOMPOK, load_kelompok
from tests.alat.serangan.perintah import PERINTAH

DPA = next(p for p in PERINTAH if p.nama == "dpa")
BAIK = "kinerja: jahat.xlsx, lembar DPA, baris 2: Sel berisi #DIV/0!. Betulkan rumus di sel itu.\n"
JUMLAH = "Jumlah   2  Rp15.785.519.078  Rp350.000.000  Rp15.435.519.078\n"


def test_bom_adalah_arsip_yang_utuh() -> None:
    bom = inflate("a.xml", b"<a>", b"<b/>" * 1_000, 300, b"</a>")

    with zipfile.ZipFile(io.BytesIO(pack([bom]))) as arsip:
        assert arsip.testzip() is None
        assert arsip.read("a.xml") == b"<a>" + b"<b/>" * 300_000 + b"</a>"


def test_aliran_berulang_adalah_aliran_zlib() -> None:
    assert zlib.decompress(stream(b"ab" * 500, 30)) == b"ab" * 15_000


@pytest.mark.parametrize("nama", KELOMPOK)
def test_setiap_kelompok_berisi_dan_kecil_di_memori(nama: str) -> None:
    kasus = load_kelompok(nama)

    assert kasus
    assert sum(len(k.isi) for k in kasus if isinstance(k.isi, bytes)) < 120_000_000


def test_kandang_membunuh_yang_macet_lalu_meneruskan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Kandang(tmp_path) as satu:
        with monkeypatch.context() as sebentar:
            sebentar.setattr(kandang, "SABAR", 0.0)
            macet = satu.run(["buat", "--kecamatan", "12.71.17"], tmp_path)
        jalan = satu.run(["hitung", "sakip", "24,5", "21", "10,5", "16,25"], tmp_path)

    assert (macet.kode, macet.nasib) == (None, "macet")
    assert (jalan.kode, jalan.nasib) == (0, "")
    assert jalan.mb > 20


@pytest.mark.parametrize(
    ("harap", "hasil", "sebab"),
    [
        (Harap.TOLAK, Hasil(2, 0.1, 90, "", BAIK), ""),
        (Harap.SAMA, Hasil(1, 0.1, 90, "", JUMLAH), ""),
        (Harap.BOLEH, Hasil(2, 0.1, 90, "", BAIK), ""),
        (Harap.TOLAK, Hasil(0, 0.1, 90, "", JUMLAH), "seharusnya ditolak"),
        (Harap.SAMA, Hasil(2, 0.1, 90, "", BAIK), "padahal sah"),
        (Harap.SAMA, Hasil(0, 0.1, 90, "", JUMLAH.replace("Rp350", "Rp351")), "terbaca 351000000"),
        (Harap.TOLAK, Hasil(2, 0.1, 90, "", BAIK * 2), "2 baris di stderr"),
        (Harap.TOLAK, Hasil(2, 0.1, 90, "", "kinerja: Berkas rusak.\n"), "tidak menyebut berkasnya"),
        (Harap.TOLAK, Hasil(2, 0.1, 90, "", "kinerja: jahat.xlsx: bad zip file\n"), "kata Inggris"),
        (
            Harap.TOLAK,
            Hasil(2, 0.1, 90, "", BAIK.replace("lembar DPA", "keluaran-kita.xlsx")),
            "menyebut keluaran kita",
        ),
        (Harap.TOLAK, Hasil(2, 0.1, 90, "", BAIK.replace("Sel", "Hal tidak terduga: Sel")), "tidak terduga"),
        (Harap.TOLAK, Hasil(1, 0.1, 90, "", "Traceback (most recent call last):\nValueError: x\n"), "Traceback"),
        (Harap.TOLAK, Hasil(2, 5.1, 90, "", BAIK), "5.1 detik"),
        (Harap.TOLAK, Hasil(2, 0.1, 401, "", BAIK), "401 MB"),
        (Harap.TOLAK, Hasil(None, 1.0, 90, "", "", "mati"), "mati"),
    ],
)
def test_hakim_melihat_setiap_pelanggaran(harap: Harap, hasil: Hasil, sebab: str, tmp_path: Path) -> None:
    kasus = Serangan("jahat.xlsx", b"", "anggaran", harap, (350_000_000,))

    salah = find_pelanggaran(kasus, DPA, hasil, tmp_path / "keluaran-kita.xlsx", {})

    assert sebab in "\n".join(salah)
    assert bool(salah) == bool(sebab)


def test_hakim_melihat_keluaran_yang_tertulis_sesudah_menolak(tmp_path: Path) -> None:
    (tmp_path / "keluaran-kita.xlsx").write_bytes(b"PK")
    kasus = Serangan("jahat.xlsx", b"", "anggaran", Harap.TOLAK)

    (salah,) = find_pelanggaran(kasus, DPA, Hasil(2, 0.1, 90, "", BAIK), tmp_path / "keluaran-kita.xlsx", {})

    assert salah == "menolak, tetapi keluaran tertulis"
