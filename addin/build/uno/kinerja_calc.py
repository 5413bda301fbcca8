"""UNO component of the LibreOffice extension: the add-in functions, and the job that repairs files from Excel."""

import sys
import traceback
from pathlib import Path

if sys.version_info < (3, 11):
    raise ImportError(f"Ekstensi kinerja memerlukan Python 3.11 atau lebih baru; LibreOffice ini {sys.version}.")

PUSTAKA = str(Path(__file__).parent / "pythonpath")
if PUSTAKA not in sys.path:
    sys.path.insert(0, PUSTAKA)

import uno
import unohelper
from addin.ejaan import LAYANAN_CALC
from addin.hari_ini import hari_ini
from addin.hosts.calc import BANTU, METODE, hand_over, make_method, mark_nol
from addin.hosts.calc_pantau import DIPANTAU, Pantau
from com.sun.star.lang import Locale, XServiceInfo, XServiceName
from com.sun.star.sheet import ResultEvent, XAddIn, XVolatileResult
from com.sun.star.task import XJob
from com.sun.star.util import XModifyListener
from id.kinerja import XFungsi


class Larik(unohelper.Base, XVolatileResult):
    """A matrix result. Python cannot return one typed through `any`, but a result object can hand it over."""

    def __init__(self, jenis, baris):
        self.nilai = uno.Any(jenis, baris)

    def addResultListener(self, pendengar):
        pendengar.modified(ResultEvent(self, self.nilai))

    def removeResultListener(self, pendengar):
        pass


class Layanan(unohelper.Base, XServiceInfo):
    """What a service says of itself: its name, and the services that it is."""

    NAMA = LAYANAN_CALC
    JENIS = (LAYANAN_CALC, "com.sun.star.sheet.AddIn")

    def __init__(self, ctx):
        self.lokal = Locale("id", "ID", "")

    def getImplementationName(self):
        return self.NAMA

    def supportsService(self, nama):
        return nama in self.JENIS

    def getSupportedServiceNames(self):
        return self.JENIS


class Fungsi(Layanan, XFungsi, XAddIn, XServiceName):
    """The service behind every function; texts come from CalcAddIns.xcu, these methods are Calc's fallback."""

    def getServiceName(self):
        return LAYANAN_CALC

    def setLocale(self, lokal):
        self.lokal = lokal

    def getLocale(self):
        return self.lokal

    def kinerjaSel(self, rentang):
        return hand_over(rentang)

    def kinerjaNol(self, nilai):
        return mark_nol(nilai, Larik)

    def getProgrammaticFuntionName(self, tampil):  # sic: the interface is spelled so
        return next((metode for metode, fungsi in (METODE | BANTU).items() if fungsi.nama == tampil), "")

    def getDisplayFunctionName(self, metode):
        return getattr((METODE | BANTU).get(metode), "nama", "")

    def getFunctionDescription(self, metode):
        return getattr(self._get_fungsi(metode), "uraian", "")

    def getDisplayArgumentName(self, metode, nomor):
        return getattr(self._get_arg(metode, nomor), "nama", "")

    def getArgumentDescription(self, metode, nomor):
        return getattr(self._get_arg(metode, nomor), "bantuan", "")

    def _get_fungsi(self, metode):
        return METODE[metode].at(hari_ini()) if metode in METODE else BANTU.get(metode)

    def _get_arg(self, metode, nomor):
        """None also where the law of today has fewer arguments than that of the day on which this was built."""
        args = getattr(self._get_fungsi(metode), "args", ())
        return args[nomor] if nomor < len(args) else None

    def getProgrammaticCategoryName(self, metode):
        return "Add-In"

    getDisplayCategoryName = getProgrammaticCategoryName  # noqa: N815 - the interface is spelled so


for _metode, _fungsi in METODE.items():
    setattr(Fungsi, _metode, make_method(_fungsi, Larik))


class Pendengar(unohelper.Base, XModifyListener):
    """Hears of every change of a document: typed, pasted, filled, undone, or made by a macro."""

    def __init__(self, pantau):
        self.pantau = pantau

    def modified(self, peristiwa):
        try:
            self.pantau.repair()
        except Exception:  # noqa: BLE001 - typing must never fail because of us
            traceback.print_exc()

    def disposing(self, peristiwa):
        for kunci in [kunci for kunci, satu in DIPANTAU.items() if satu is self.pantau]:
            del DIPANTAU[kunci]


class Perbaiki(Layanan, XJob):
    """Runs when a document was made or opened, with a window or without (Jobs.xcu)."""

    NAMA = f"{LAYANAN_CALC}Perbaiki"
    JENIS = ("com.sun.star.task.Job",)

    def execute(self, masukan):
        try:
            lingkungan = {x.Name: x.Value for satu in masukan if satu.Name == "Environment" for x in satu.Value}
            dokumen = lingkungan.get("Model")
            if dokumen is not None and dokumen.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                if dokumen.RuntimeUID not in DIPANTAU:
                    DIPANTAU[dokumen.RuntimeUID] = Pantau(dokumen)
                    dokumen.addModifyListener(Pendengar(DIPANTAU[dokumen.RuntimeUID]))
                DIPANTAU[dokumen.RuntimeUID].repair(muat=True)
        except Exception:  # noqa: BLE001 - opening a file must never fail because of us
            traceback.print_exc()


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - the name that the loader looks for
for _layanan in (Perbaiki, Fungsi):
    g_ImplementationHelper.addImplementation(_layanan, _layanan.NAMA, _layanan.JENIS)
