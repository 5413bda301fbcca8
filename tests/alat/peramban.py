"""Headless Chromium over the DevTools pipe, with a stand-in for Office.js; knows every request that a page makes."""

import base64
import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from tests.alat.program import ProgramError, find

OFFICE = (Path(__file__).parent / "office.js").read_bytes()
BENDERA = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
    "--lang=id",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    "--remote-debugging-pipe",
)
TOMBOL = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}


class Peramban:
    """One page in a browser of its own.

    Args:
        sertifikat: PEM file of the only self-made certificate that the browser accepts; None where none is needed.
    """

    def __init__(self, sertifikat: Path | None) -> None:
        self.alamat = ""
        self.permintaan: list[tuple[str, str]] = []
        self.keluhan: list[str] = []
        self._sementara = tempfile.TemporaryDirectory(prefix="kinerja-peramban-", ignore_cleanup_errors=True)
        self._nomor = 0
        self._sisa = b""
        self._jawaban: dict[int, dict[str, Any]] = {}
        self._muat = False
        self._proses, self._tulis, self._baca = _start(Path(self._sementara.name), sertifikat)
        sasaran = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._sesi = self._send("Target.attachToTarget", targetId=sasaran, flatten=True)["sessionId"]
        for ranah in ("Page", "Network", "Runtime"):
            self._send(f"{ranah}.enable")
        self._send("Fetch.enable", patterns=[{"urlPattern": "*/office.js"}])
        self._send("Emulation.setDeviceMetricsOverride", width=320, height=800, deviceScaleFactor=1, mobile=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        os.close(self._tulis)  # the end of the pipe ends the browser
        try:
            self._proses.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._proses.pid, 9)
            self._proses.wait()
        os.close(self._baca)
        self._sementara.cleanup()

    def open(self, url: str, **setelan: Any) -> None:
        """Go to a page and wait until it has loaded, deferred scripts included. `setelan`: see office.js."""
        for satu in ("about:blank", f"{url}#{quote(json.dumps(setelan))}"):  # a change of # alone loads nothing
            self._muat = False
            hasil = self._send("Page.navigate", url=satu)
            if "errorText" in hasil:
                raise ProgramError(f"{satu}: {hasil['errorText']}")
            self._read_until(lambda: self._muat, 30)

    def run(self, skrip: str, detik: float = 60) -> Any:
        """Value of a JavaScript expression; a promise is awaited, an exception raised."""
        hasil = self._send(
            "Runtime.evaluate", detik=detik, expression=skrip, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in hasil:
            raise ProgramError(json.dumps(hasil["exceptionDetails"])[:800])
        return hasil["result"].get("value")

    def wait_for(self, skrip: str, detik: float = 30) -> None:
        """Wait until an expression is true."""
        akhir = time.monotonic() + detik
        while not self.run(f"!!({skrip})"):
            if time.monotonic() > akhir:
                raise ProgramError(f"tidak terjadi dalam {detik} detik: {skrip}")
            time.sleep(0.05)

    def call(self, nama: str, *argumen: Any) -> dict[str, Any]:
        """Call one custom function as a cell would."""
        hasil: dict[str, Any] = self.run(f"excel.panggil({json.dumps(nama)}, {json.dumps(argumen)})")
        return hasil

    def block(self, *pola: str) -> None:
        """Let requests to these addresses fail; without any, let all through again."""
        self._send("Network.setBlockedURLs", urls=list(pola))

    def emulate(self, media: str) -> None:
        """Show the page as on that medium ("print"); "" as on a screen again."""
        self._send("Emulation.setEmulatedMedia", media=media)

    def press(self, *tombol: str, shift: bool = False) -> None:
        """Press keys by name (TOMBOL)."""
        for satu in tombol:
            isi: dict[str, Any] = {"key": satu, "windowsVirtualKeyCode": TOMBOL[satu], "modifiers": 8 if shift else 0}
            teks: dict[str, Any] = {"text": "\r"} if satu == "Enter" else {}
            self._send("Input.dispatchKeyEvent", type="keyDown", **isi, **teks)
            self._send("Input.dispatchKeyEvent", type="keyUp", **isi)

    def type(self, teks: str) -> None:
        """Type text into what has the focus."""
        self._send("Input.insertText", text=teks)

    def _send(self, perintah: str, *, detik: float = 30, **isi: Any) -> dict[str, Any]:
        nomor = self._post(perintah, isi)
        self._read_until(lambda: nomor in self._jawaban, detik)
        jawaban = self._jawaban.pop(nomor)
        if "error" in jawaban:
            raise ProgramError(f"{perintah}: {jawaban['error']}")
        hasil: dict[str, Any] = jawaban["result"]
        return hasil

    def _post(self, perintah: str, isi: Mapping[str, Any]) -> int:
        self._nomor += 1
        sesi = {"sessionId": self._sesi} if hasattr(self, "_sesi") else {}
        pesan = json.dumps({"id": self._nomor, "method": perintah, "params": isi, **sesi}).encode() + b"\0"
        while pesan:
            pesan = pesan[os.write(self._tulis, pesan) :]
        return self._nomor

    def _read_until(self, selesai: Any, detik: float) -> None:
        akhir = time.monotonic() + detik
        while not selesai():
            tersedia, _, _ = select.select([self._baca], [], [], max(0.0, akhir - time.monotonic()))
            data = os.read(self._baca, 1 << 20) if tersedia else b""
            if not data:
                raise ProgramError("chromium diam terlalu lama atau berhenti.")
            *pesan, self._sisa = (self._sisa + data).split(b"\0")
            for satu in pesan:
                self._take(json.loads(satu))

    def _take(self, pesan: dict[str, Any]) -> None:
        if "id" in pesan:
            self._jawaban[pesan["id"]] = pesan
            return
        isi = pesan["params"]
        match pesan["method"]:
            case "Network.requestWillBeSent":
                self.permintaan.append((isi["request"]["method"], isi["request"]["url"]))
            case "Fetch.requestPaused":
                jenis = [{"name": "Content-Type", "value": "text/javascript"}]
                badan = base64.b64encode(OFFICE).decode()
                self._post(
                    "Fetch.fulfillRequest",
                    {"requestId": isi["requestId"], "responseCode": 200, "responseHeaders": jenis, "body": badan},
                )
            case "Page.loadEventFired":
                self._muat = True
            case "Runtime.exceptionThrown":
                self.keluhan.append(json.dumps(isi["exceptionDetails"])[:500])
            case "Runtime.consoleAPICalled" if isi["type"] == "error":
                self.keluhan.append(str([x.get("value", x.get("description")) for x in isi["args"]])[:500])


def _start(folder: Path, sertifikat: Path | None) -> tuple[subprocess.Popen[bytes], int, int]:
    """Start Chromium; it takes commands at file descriptor 3 and answers at 4."""
    masuk, tulis = os.pipe()
    baca, keluar = os.pipe()
    program = [find("chromium", "chromium"), *BENDERA, f"--user-data-dir={folder}"]
    if sertifikat:
        program += [f"--ignore-certificate-errors-spki-list={_fingerprint(sertifikat)}"]
    proses = subprocess.Popen(
        [find("bash", "bash"), "-c", f'exec "$@" 3<&{masuk} 4>&{keluar}', "bash", *program],
        pass_fds=(masuk, keluar),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
        start_new_session=True,
    )
    os.close(masuk)
    os.close(keluar)
    return proses, tulis, baca


def _fingerprint(sertifikat: Path) -> str:
    """Base64 of the SHA-256 of the public key."""
    kunci = x509.load_pem_x509_certificate(sertifikat.read_bytes()).public_key()
    ringkas = hashes.Hash(hashes.SHA256())
    ringkas.update(kunci.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo))
    return base64.b64encode(ringkas.finalize()).decode()
