"""The streaming reader: what has no end is refused soon, however it comes in."""

import time

import pytest

from kinerja.errors import DataError
from kinerja.tabel.xml import Penangan, parse_xml


class _Diam(Penangan):
    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """Nothing."""

    def end(self, nama: str, dalam: int) -> None:
        """Nothing."""

    def text(self, teks: str) -> None:
        """Nothing."""


@pytest.mark.parametrize("awal", ["<a x='", "<a><!--", "<a><?p ", "<a", "<", "</", "<a b"])
def test_tanda_tanpa_akhir_ditolak_seketika(awal: str) -> None:
    """Expat reads such a one from its start with each piece: 100 MB took minutes."""
    mulai = time.process_time()

    with pytest.raises(DataError, match=r"terlalu panjang|rusak"):
        parse_xml((awal.encode() if i == 0 else b"y" * 65_536 for i in range(1600)), "x", _Diam())

    assert time.process_time() - mulai < 1


def test_dokumen_panjang_dengan_tanda_pendek_terbaca() -> None:
    tengah = b"<b c='1'>teks</b><!-- " + b"k" * 5000 + b" -->"

    parse_xml((b"<a>", *[tengah * 20] * 100, b"</a>"), "x", _Diam())
