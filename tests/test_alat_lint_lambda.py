"""The file lint on LAMBDA names: silent on a sound one, and each fault is found under its code."""

from pathlib import Path

import pytest

from tests.alat.contoh import BUKU, LEMBAR1, codes, save, sound_parts, spoil

BAIK = "_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlfn.LET(_xlpm.isi,IF(_xlfn.ISOMITTED(_xlpm.b),1,_xlpm.b),_xlpm.isi*_xlpm.a))"
NAMA = {
    BAIK: "",
    "_xlfn.LAMBDA(_xlpm.a,[_xlpm.b],_xlpm.a)": "NAMA_TERIKAT RUMUS_ARGUMEN",
    BAIK.replace("_xlpm.isi*", "_xlpm.lain*"): "PARAMETER_TAK_DIKENAL",
    BAIK.replace("_xlpm.isi*", "isi*"): "PARAMETER_TAK_DIKENAL",
    BAIK.replace("_xlfn.ISOMITTED(_xlpm.b)", "_xlfn.ISOMITTED(_xlop.b)"): "PARAMETER_TAK_DIKENAL",
    BAIK.replace("_xlfn.ISOMITTED", "ISOMITTED"): "XLFN_HILANG",
    BAIK.replace("_xlfn.ISOMITTED", "_xlfn.ISLOST"): "FUNGSI_LUAR",
    BAIK.replace("_xlfn.LET", "LET"): "XLFN_HILANG PARAMETER_TAK_DIKENAL",
    BAIK.replace("_xlpm.a,_xlop.b", "_xlop.b,_xlpm.a"): "PARAMETER_URUTAN",
    BAIK.replace("_xlpm.a,_xlop.b", "_xlpm.a,_xlpm.a,_xlop.b"): "PARAMETER_GANDA",
    "_xlfn.LAMBDA(_xlpm.x1,_xlpm.x1)": "PARAMETER_NAMA RUMUS_ARGUMEN",
    "_xlfn.LAMBDA(_xlpm.a,_xlpm.a+Isi!$A$2)": "NAMA_TERIKAT RUMUS_ARGUMEN",
    "_xlfn.LAMBDA(_xlpm.a,VALUE(_xlpm.a))": "FUNGSI_LUAR RUMUS_ARGUMEN",
    f'_xlfn.LAMBDA(_xlpm.a,"{"x" * 256}")': "LITERAL_PANJANG RUMUS_ARGUMEN",
    f"_xlfn.LAMBDA(_xlpm.a,_xlpm.a{'+1' * 4100})": "RUMUS_PANJANG RUMUS_ARGUMEN",
}
SEL = "<f>A2\\*2</f>"


def write(path: Path, nama: str, uraian: str, rumus: str) -> Path:
    """The sound workbook with a name, and a cell that calls it."""
    isi = f'<definedName name="GANDA_KAN" comment="{uraian}">{nama}</definedName>'
    parts = spoil(sound_parts(), BUKU, "(<definedNames>)", rf"\1{isi}")
    return save(path, spoil(parts, LEMBAR1, SEL, rumus))


@pytest.mark.parametrize("nama", NAMA)
def test_cacat_sebuah_nama(nama: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", nama, "Kali.", "<f>GANDA_KAN(A2,2)</f>")

    assert set(NAMA[nama].split()) == codes(path)


def test_jumlah_argumen_komentar_dan_larik(tmp_path: Path) -> None:
    kurang = write(tmp_path / "a.xlsx", BAIK, "", "<f>GANDA_KAN()</f>")
    lebih = write(tmp_path / "b.xlsx", BAIK, "", "<f>GANDA_KAN(1,(2),SUM(A2,A3))</f>")
    uraian = write(tmp_path / "c.xlsx", BAIK, "x" * 256, "<f>GANDA_KAN(1)</f>")
    larik = write(tmp_path / "d.xlsx", BAIK, "", '<f t="array" ref="C2">GANDA_KAN(A2:A5)</f>')

    assert [{"RUMUS_ARGUMEN"}, {"RUMUS_ARGUMEN"}, {"NAMA_URAIAN"}, {"RUMUS_LARIK"}] == [
        codes(path) for path in (kurang, lebih, uraian, larik)
    ]
