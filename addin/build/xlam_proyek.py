"""The VBA project of both kinerja.xlam: our modules in an empty project."""

from __future__ import annotations

from collections.abc import Mapping

from addin.build.cfb import write_cfb
from addin.build.ovba import Proyek
from addin.build.proyek_kosong import make_alur
from addin.build.vba import BUKA


def build_proyek(modul: Mapping[str, str], awal: str = "") -> bytes:
    """The vbaProject.bin with these modules.

    Args:
        awal: what else runs when Excel opens the add-in, as lines of VBA.
    """
    proyek = Proyek(write_cfb(make_alur()))
    proyek.rename("Kinerja")
    proyek.modul["ThisWorkbook"] += "\r\n".join([*BUKA.replace("{awal}", awal).splitlines(), ""])
    for nama, kode in modul.items():
        proyek.add(nama, kode)
    return proyek.to_bytes()
