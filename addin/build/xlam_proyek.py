"""The VBA project of both kinerja.xlam: our modules in an empty project, that of the template that xlwings ships.

The template is under BSD-3-Clause; nothing of xlwings' own VBA stays.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from addin.build.ovba import Proyek
from addin.build.pustaka import find_paket
from addin.build.vba import BUKA
from addin.build.xlam_isi import TEMPLAT

MILIK_TEMPLAT = ("RibbonMyAddin", "xlwings", "Dictionary")
"""Modules of the template that are left out."""


def build_proyek(modul: Mapping[str, str], awal: str = "") -> bytes:
    """The vbaProject.bin with these modules.

    Args:
        awal: what else runs when Excel opens the add-in, as lines of VBA.

    Raises:
        BerkasError: xlwings is not installed.
    """
    with zipfile.ZipFile(find_paket("xlwings", "addin", "addin-web") / TEMPLAT) as arsip:
        proyek = Proyek(arsip.read("xl/vbaProject.bin"))
    proyek.rename("Kinerja")
    proyek.remove_acuan("MSForms")  # it names a folder of the template's author
    for nama in MILIK_TEMPLAT:
        proyek.remove(nama)
    atribut = [baris for baris in proyek.modul["ThisWorkbook"].split("\r\n") if baris.startswith("Attribute")]
    proyek.modul["ThisWorkbook"] = "\r\n".join([*atribut, *BUKA.replace("{awal}", awal).splitlines(), ""])
    for nama, kode in modul.items():
        proyek.add(nama, kode)
    return proyek.to_bytes()
