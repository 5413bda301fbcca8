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
from addin.hosts.calc import METODE, make_method
from addin.hosts.calc_perbaiki import repair_dokumen
from com.sun.star.lang import Locale, XServiceInfo, XServiceName
from com.sun.star.sheet import ResultEvent, XAddIn, XVolatileResult
from com.sun.star.task import XJob
from id.kinerja import XFungsi

ADDIN = "com.sun.star.sheet.AddIn"
TUGAS = "com.sun.star.task.Job"


class Larik(unohelper.Base, XVolatileResult):
    """A matrix result. Python cannot return one typed through `any`, but a result object can hand it over."""

    def __init__(self, jenis, baris):
        self.nilai = uno.Any(jenis, baris)

    def addResultListener(self, pendengar):
        pendengar.modified(ResultEvent(self, self.nilai))

    def removeResultListener(self, pendengar):
        pass


class Fungsi(unohelper.Base, XFungsi, XAddIn, XServiceName, XServiceInfo):
    """The service behind every function; texts come from CalcAddIns.xcu, these methods are Calc's fallback."""

    def __init__(self, ctx):
        self.lokal = Locale("id", "ID", "")

    def getServiceName(self):
        return LAYANAN_CALC

    def getImplementationName(self):
        return LAYANAN_CALC

    def supportsService(self, nama):
        return nama in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return (LAYANAN_CALC, ADDIN)

    def setLocale(self, lokal):
        self.lokal = lokal

    def getLocale(self):
        return self.lokal

    def getProgrammaticFuntionName(self, tampil):  # sic: the interface is spelled so
        return next((metode for metode, fungsi in METODE.items() if fungsi.nama == tampil), "")

    def getDisplayFunctionName(self, metode):
        return METODE[metode].nama if metode in METODE else ""

    def getFunctionDescription(self, metode):
        return METODE[metode].at(hari_ini()).uraian if metode in METODE else ""

    def getDisplayArgumentName(self, metode, nomor):
        return getattr(self._get_arg(metode, nomor), "nama", "")

    def getArgumentDescription(self, metode, nomor):
        return getattr(self._get_arg(metode, nomor), "bantuan", "")

    def _get_arg(self, metode, nomor):
        """None also where the law of today has fewer arguments than that of the day on which this was built."""
        args = METODE[metode].at(hari_ini()).args if metode in METODE else ()
        return args[nomor] if nomor < len(args) else None

    def getProgrammaticCategoryName(self, metode):
        return "Add-In"

    def getDisplayCategoryName(self, metode):
        return "Add-In"


for _metode, _fungsi in METODE.items():
    setattr(Fungsi, _metode, make_method(_fungsi, Larik))


class Perbaiki(unohelper.Base, XJob, XServiceInfo):
    """Runs when a document was opened in a window (Jobs.xcu)."""

    def __init__(self, ctx):
        pass

    def getImplementationName(self):
        return f"{LAYANAN_CALC}Perbaiki"

    def supportsService(self, nama):
        return nama == TUGAS

    def getSupportedServiceNames(self):
        return (TUGAS,)

    def execute(self, masukan):
        try:
            lingkungan = {x.Name: x.Value for satu in masukan if satu.Name == "Environment" for x in satu.Value}
            dokumen = lingkungan.get("Model")
            if dokumen is not None and dokumen.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                repair_dokumen(dokumen)
        except Exception:  # noqa: BLE001 - opening a file must never fail because of us
            traceback.print_exc()


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - the name that the loader looks for
g_ImplementationHelper.addImplementation(Perbaiki, f"{LAYANAN_CALC}Perbaiki", (TUGAS,))
g_ImplementationHelper.addImplementation(Fungsi, LAYANAN_CALC, (LAYANAN_CALC, ADDIN))
