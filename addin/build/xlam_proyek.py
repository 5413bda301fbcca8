"""What both kinerja.xlam have: the VBA project, our modules in an empty one, and the ribbon."""

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


def write_pita(*lain: str) -> str:
    """The ribbon: help, `lain` (buttons of one add-in only), and what this is."""
    return f"""<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"><ribbon><tabs>
<tab id="kinerjaTab" label="Kinerja"><group id="kinerjaGrup" label="Fungsi Kinerja">
<button id="kinerjaBantuan" label="Bantuan" size="large" onAction="KinerjaBantuan" imageMso="Help"
 screentip="Daftar fungsi"
 supertip="Membuka buku kerja baru berisi semua fungsi; keterangan di kotak Sisipkan Fungsi ikut dipasang."/>
{"".join(lain)}<button id="kinerjaTentang" label="Tentang" size="large" onAction="KinerjaTentang" imageMso="Info"/>
</group></tab></tabs></ribbon></customUI>
"""
