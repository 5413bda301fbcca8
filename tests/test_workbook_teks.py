"""Text at the border: refused with its place, or kept exactly."""

import pytest

from kinerja.errors import DataError
from kinerja.workbook.teks import check_text


@pytest.mark.parametrize(
    "huruf",
    [
        "\x00",
        "\t",
        "\x0b",
        "\r",
        "\x1f",
        "\x7f",
        "\x85",
        "\x9f",
        "\u202e",
        "\u2066",
        "\ud800",
        "\udfff",
        "\ufffe",
        "\uffff",
    ],
)
def test_karakter_yang_tidak_dapat_disimpan_ditolak_dengan_kode_dan_tempat(huruf: str) -> None:
    with pytest.raises(DataError, match=rf"^induk.xlsx, baris 7: .* U\+{ord(huruf):04X} pada posisi ke-3\."):
        check_text(f"ab{huruf}c", "induk.xlsx, baris 7")


@pytest.mark.parametrize("teks", ["", " a ", "a\nb", "É\u00a0ß", "😀", "x" * 32_767, "😀" * 16_383])
def test_teks_biasa_dikembalikan_apa_adanya(teks: str) -> None:
    assert check_text(teks) == teks


@pytest.mark.parametrize("teks", ["x" * 32_768, "😀" * 16_384])
def test_teks_terlalu_panjang_ditolak_menurut_hitungan_excel(teks: str) -> None:
    with pytest.raises(DataError, match=r"Teks sepanjang 32\.768 karakter; batasnya 32\.767"):
        check_text(teks)
