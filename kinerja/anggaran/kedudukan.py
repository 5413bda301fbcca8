"""A row of a budget table with what is known of it, and what the proof makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from kinerja.anggaran.label import Label, read_label
from kinerja.kode import JenisKode

_HURUF_JUMLAH = frozenset("jJtTsSgG")


class Kedudukan(Enum):
    """What a row is in its table."""

    ISI = "isi"
    """A place of its own in the tree, or a name of its own: it is compared."""
    JUMLAH = "jumlah"
    WADAH = "induk"
    """An urusan, bidang, SKPD or section above the programmes."""
    LUAR = "luar"
    """Revenue, financing and what follows from them: no programme has it."""
    RINCIAN = "rincian"
    """An item without a code below a row that counts it."""
    ULANGAN = "ulangan"
    """An amount that other rows hold: stated again beside each of its parts, or the sum of its parts."""
    NOMOR = "nomor kolom"


@dataclass(slots=True)
class Butir:
    """A row.

    Attributes:
        kode: in standard spelling, of kind `jenis`; "" where there is none.
        sen: amount in the smallest unit; None where there is none.
        pemilik: kecamatan or SKPD as written.
        blok: number of the table on the sheet that it belongs to.
        yatim: it has neither a code nor a name.
        diduga: its code was found by its name, or taken from the row above.
        label: what the name suggests.
        kedudukan: set by `kinerja.anggaran.bukti.prove`; as are the following.
        seharusnya: for a total or a section that equals nothing, what the rows nearest to it come to; for the first of
            some items that do not come to the row above them, that row; else None.
        berjumlah: for the first of such items, what they come to.
        dua: it could as well be a total: a question.
    """

    kode: str
    jenis: JenisKode | None
    nama: str
    sen: int | None
    pemilik: str = ""
    blok: int = 0
    yatim: bool = False
    diduga: bool = False
    label: Label = field(init=False)
    kedudukan: Kedudukan = Kedudukan.ISI
    seharusnya: int | None = None
    berjumlah: int | None = None
    dua: bool = False

    def __post_init__(self) -> None:
        self.label = _label_of(self.nama, self.jenis)


def _label_of(nama: str, jenis: JenisKode | None) -> Label:
    """What a name suggests; of most coded rows it need not be asked."""
    if jenis is None or jenis is JenisKode.URUSAN:
        return read_label(nama)
    return read_label(nama) if nama[:1] in _HURUF_JUMLAH and read_label(nama) is Label.JUMLAH else Label.BIASA
