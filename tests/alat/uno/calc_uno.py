"""Runs under the system's Python, which has `uno`: starts soffice, carries out tasks, prints JSON. See calc.py.

A task is an object: {"isi": {"A1": value}, "blok": {"A1:B2": rows}, "rumus": {"B1": "=..."}, "lokal": {"C1": "=..."},
"larik": {"D1:E3": "=..."}, "baca": ["B1", "D1:E3"]} on a new sheet, or with "buka": path on that file;
"nama": {"Nilai": "$Sheet1.$A$1"}; "format": {"A1": "0.0%"}; "lembar": {"Data": {"isi": ...}} are further sheets, made
first; "blok_rumus": {"A1:A2": formulas}; "ubah": [1, 2] are typed into A1 at the end. Told are also the seconds that
filling the sheet, calculating it and those changes took.
"gerak": [["EnterString", "B1", {"StringName": "=..."}], ...] are commands as the menus and keys give them, in a window
("tampil": true); "baca_saja": true opens the file read-only; "simpan": {path: filter}; "uraian": true lists what the
function wizard shows.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.task import XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment, XProgressHandler

GALAT = {32767: "#N/A", 519: "#VALUE!", 532: "#DIV/0!", 503: "#NUM!", 524: "#REF!", 525: "#NAME?", 521: "#NULL!"}


class Lingkungan(unohelper.Base, XCommandEnvironment, XInteractionHandler, XProgressHandler):
    """Answers the questions of the extension manager: yes."""

    def getInteractionHandler(self):
        return self

    def getProgressHandler(self):
        return self

    def handle(self, permintaan):
        for pilihan in permintaan.getContinuations():
            setuju = pilihan.queryInterface(uno.getTypeByName("com.sun.star.task.XInteractionApprove"))
            if setuju is not None:
                setuju.select()

    def push(self, status):
        pass

    def update(self, status):
        pass

    def pop(self):
        pass


def main() -> None:
    perintah = json.load(sys.stdin)
    pipa = f"kinerja{os.getpid()}"
    proses = subprocess.Popen(
        [perintah["soffice"], f"-env:UserInstallation={Path(perintah['profil']).as_uri()}", "--headless", "--norestore",
         "--nologo", "--nodefault", f"--accept=pipe,name={pipa};urp;"],
        stdout=sys.stderr, start_new_session=True,
    )  # fmt: skip
    try:
        konteks = connect(pipa)
        layanan = konteks.ServiceManager
        if perintah["oxt"]:
            manajer = konteks.getValueByName("/singletons/com.sun.star.deployment.ExtensionManager")
            manajer.addExtension(Path(perintah["oxt"]).as_uri(), (), "user", None, Lingkungan())
        meja = layanan.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
        hasil = [kerjakan(meja, layanan, konteks, tugas) for tugas in perintah["tugas"]]
        print(json.dumps(hasil))
        with contextlib.suppress(DisposedException):  # the bridge goes down with the office
            meja.terminate()
        proses.wait(60)
    finally:
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)


def connect(pipa):
    pencari = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return pencari.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
        except NoConnectException:  # not up yet
            time.sleep(0.25)
    raise RuntimeError("soffice tidak menjawab")


def sifat(**isi):
    return tuple(PropertyValue(Name=nama, Value=nilai) for nama, nilai in isi.items())


def kerjakan(meja, layanan, konteks, tugas):
    alamat = Path(tugas["buka"]).as_uri() if "buka" in tugas else "private:factory/scalc"
    opsi = {"Hidden": not tugas.get("tampil", False), "MacroExecutionMode": 4}
    opsi["ReadOnly"] = tugas.get("baca_saja", False)
    dokumen = meja.loadComponentFromURL(alamat, "_blank", 0, sifat(**opsi))
    try:
        lembar = dokumen.Sheets.getByIndex(0)
        diubah = dokumen.isModified()  # by what happened while it was opened
        for nama, isi in tugas.get("lembar", {}).items():
            dokumen.Sheets.insertNewByName(nama, dokumen.Sheets.Count)
            isi_lembar(dokumen.Sheets.getByName(nama), isi)
            isi_dokumen(dokumen, dokumen.Sheets.getByName(nama), isi, dokumen.Sheets.getByName(nama).NamedRanges)
        awal = time.perf_counter()
        isi_lembar(lembar, tugas)
        detik_isi = time.perf_counter() - awal
        isi_dokumen(dokumen, lembar, tugas, dokumen.NamedRanges)
        layanan_gerak = layanan.createInstanceWithContext("com.sun.star.frame.DispatchHelper", konteks)
        for perintah, sel, isi in tugas.get("gerak", []):
            jendela = dokumen.CurrentController.Frame
            layanan_gerak.executeDispatch(jendela, ".uno:GoToCell", "", 0, sifat(ToPoint=sel))
            layanan_gerak.executeDispatch(jendela, f".uno:{perintah}", "", 0, sifat(**isi))
        awal = time.perf_counter()
        if tugas.get("hitung", True):
            dokumen.calculateAll()
        hasil = {"detik": time.perf_counter() - awal, "diubah": diubah, "detik_isi": detik_isi}
        awal = time.perf_counter()
        for nilai_baru in tugas.get("ubah", []):
            lembar.getCellRangeByName("A1").Value = nilai_baru
        hasil["detik_ubah"] = time.perf_counter() - awal
        hasil["nilai"] = {sel: baca(lembar.getCellRangeByName(sel)) for sel in tugas.get("baca", [])}
        hasil["rumus"] = {
            sel: lembar.getCellRangeByName(sel).getCellByPosition(0, 0).Formula for sel in tugas.get("baca", [])
        }
        for path, saringan in tugas.get("simpan", {}).items():
            dokumen.storeToURL(Path(path).as_uri(), sifat(FilterName=saringan))
        if tugas.get("uraian"):
            hasil["uraian"] = uraian(layanan, konteks)
        return hasil
    finally:
        dokumen.close(True)


def isi_dokumen(dokumen, lembar, tugas, bernama):
    for nama, isi in tugas.get("nama", {}).items():
        bernama.addNewByName(nama, isi, lembar.getCellRangeByName("A1").CellAddress, 0)
    for sel, bentuk in tugas.get("format", {}).items():
        lokal = lembar.getCellRangeByName(sel).CharLocale
        kunci = dokumen.NumberFormats.queryKey(bentuk, lokal, False)
        if kunci < 0:
            kunci = dokumen.NumberFormats.addNew(bentuk, lokal)
        lembar.getCellRangeByName(sel).NumberFormat = kunci


def isi_lembar(lembar, tugas):
    for sel, nilai in tugas.get("isi", {}).items():
        satu = lembar.getCellRangeByName(sel)
        if isinstance(nilai, str):
            satu.String = nilai
        elif nilai is not None:
            satu.Value = float(nilai)
    for rentang, data in tugas.get("blok", {}).items():
        lembar.getCellRangeByName(rentang).setDataArray(tuple(map(tuple, data)))
    for rentang, rumus in tugas.get("blok_rumus", {}).items():
        lembar.getCellRangeByName(rentang).setFormulaArray(tuple(map(tuple, rumus)))
    for sel, rumus in tugas.get("rumus", {}).items():
        lembar.getCellRangeByName(sel).setFormula(rumus)
    for sel, rumus in tugas.get("lokal", {}).items():
        lembar.getCellRangeByName(sel).FormulaLocal = rumus
    for sel, rumus in tugas.get("larik", {}).items():
        lembar.getCellRangeByName(sel).setArrayFormula(rumus)


def baca(rentang):
    alamat = rentang.getRangeAddress()
    kolom, baris = alamat.EndColumn - alamat.StartColumn + 1, alamat.EndRow - alamat.StartRow + 1
    isi = [[nilai(rentang.getCellByPosition(j, i)) for j in range(kolom)] for i in range(baris)]
    return isi[0][0] if kolom == baris == 1 else isi


def nilai(sel):
    galat = sel.getError()
    if galat:
        return GALAT.get(galat, f"Err:{galat}")
    if sel.Type.value == "VALUE" or (sel.Type.value == "FORMULA" and sel.FormulaResultType2 == 1):
        return sel.Value
    return sel.String or None


def uraian(layanan, konteks):
    semua = layanan.createInstanceWithContext("com.sun.star.sheet.FunctionDescriptions", konteks)
    hasil = {}
    for i in range(semua.Count):
        isi = {satu.Name: satu.Value for satu in semua.getByIndex(i)}
        hasil[isi["Name"]] = {
            "uraian": isi["Description"],
            "kategori": isi["Category"],
            "argumen": [[a.Name, a.Description] for a in isi.get("Arguments") or ()],
        }
    return hasil


if __name__ == "__main__":
    main()
