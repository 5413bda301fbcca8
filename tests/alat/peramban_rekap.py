"""rekap.html in headless Chromium: opened as a file, on a screen of any size, on paper, without scripts."""

import base64
from pathlib import Path
from typing import Any

from tests.alat.peramban import Peramban

BACA_TABEL = """(tabel) => [...tabel.rows].map((baris) => [...baris.cells].map((sel) => sel.textContent))"""
TUNGGU_LUKIS = "new Promise((selesai) => requestAnimationFrame(() => requestAnimationFrame(selesai)))"


class PerambanRekap(Peramban):
    """One page from a file; what the policy of the page refuses is a complaint (`keluhan`) too."""

    def __init__(self) -> None:
        super().__init__(None)
        self._send("Log.enable")
        self.set_ukuran(1280, 900)

    def set_ukuran(self, lebar: int, tinggi: int, *, ponsel: bool = False) -> None:
        self._send("Emulation.setDeviceMetricsOverride", width=lebar, height=tinggi, deviceScaleFactor=1, mobile=ponsel)

    def disable_skrip(self, mati: bool) -> None:
        self._send("Emulation.setScriptExecutionDisabled", value=mati)

    def open_rekap(self, isi: bytes, folder: Path) -> Path:
        """Write the page into a folder and open it; gives the file."""
        berkas = folder / "rekap.html"
        berkas.write_bytes(isi)
        self.open(berkas.as_uri())
        return berkas

    def go(self, bagian: str) -> None:
        """To a part of the page by its address (`#grafik`), as a link would."""
        self.run(f"location.hash = {bagian!r}")
        self.run(TUNGGU_LUKIS)

    def read_tabel(self, pemilih: str = "#tabel") -> list[list[str]]:
        """Texts of a table, cell by cell, its titles first."""
        hasil: list[list[str]] = self.run(f"({BACA_TABEL})(document.querySelector({pemilih!r}))")
        return hasil

    def read_teks(self, pemilih: str) -> list[str]:
        """Text of each element."""
        hasil: list[str] = self.run(f"[...document.querySelectorAll({pemilih!r})].map((x) => x.textContent)")
        return hasil

    def read_halaman(self) -> str:
        """What a reader sees of the page, scripts or not."""
        akar = self._send("DOM.getDocument")["root"]["nodeId"]
        badan = self._send("DOM.querySelector", nodeId=akar, selector="body")["nodeId"]
        benda = self._send("DOM.resolveNode", nodeId=badan)["object"]["objectId"]
        isi = {
            "objectId": benda,
            "functionDeclaration": "function () { return this.innerText; }",
            "returnByValue": True,
        }
        teks: str = self._send("Runtime.callFunctionOn", **isi)["result"]["value"]
        return teks

    def allow_papan_klip(self) -> None:
        """Let the page read what it has copied."""
        self._send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])

    def tab_to(self, teks: str) -> None:
        """Press Tab until what has the focus begins so."""
        for _ in range(60):
            self.press("Tab")
            if self.run("document.activeElement.textContent").startswith(teks):
                return
        raise AssertionError(f"{teks} tidak tercapai dengan Tab")

    def capture(self) -> bytes:
        """PNG of the whole page."""
        return base64.b64decode(self._send("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"])

    def print_pdf(self) -> bytes:
        """PDF of what would be printed."""
        return base64.b64decode(self._send("Page.printToPDF", preferCSSPageSize=True, detik=60)["data"])

    def _take(self, pesan: dict[str, Any]) -> None:
        if pesan.get("method") == "Log.entryAdded" and pesan["params"]["entry"]["level"] == "error":
            self.keluhan.append(pesan["params"]["entry"]["text"])
        super()._take(pesan)
