"""Offline checks of an Office add-in manifest; Microsoft's validator needs Microsoft's server.

The rules are those of the public schema: order of children, resources that resolve, lengths of texts, https.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

O = "{http://schemas.microsoft.com/office/appforoffice/1.1}"  # noqa: E741
V = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
B = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
URUTAN = {
    f"{O}OfficeApp": "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl "
    "HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides",
    f"{V}VersionOverrides": "Description Requirements Hosts Resources WebApplicationInfo",
    f"{V}Host": "Runtimes AllFormFactors DesktopFormFactor MobileFormFactor",
    f"{V}DesktopFormFactor": "GetStarted FunctionFile ExtensionPoint",
    f"{V}Group": "OverriddenByRibbonApi Label Icon Tooltip Control",
    f"{V}Control": "OverriddenByRibbonApi Label Supertip Icon Action",
    f"{V}Supertip": "Title Description",
    f"{V}Action": "TaskpaneId SourceLocation FunctionName Title",
    f"{V}Resources": "Images Urls ShortStrings LongStrings",
}
WAJIB = ("Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "Hosts", "Permissions")
PANJANG = {f"{B}ShortStrings": 125, f"{B}LongStrings": 250}
UKURAN_IKON = {"16", "32", "80"}


def check_manifest(xml: str) -> list[str]:
    """Faults, empty when there is none."""
    akar = ET.fromstring(xml)
    return [*_check_head(akar), *_check_order(akar), *_check_resources(akar), *_check_functions(akar)]


def list_urls(xml: str) -> list[str]:
    """Every address that Excel will fetch."""
    nilai = {el.get("DefaultValue", "") for el in ET.fromstring(xml).iter()}
    return sorted(satu for satu in nilai if re.match(r"\w+://", satu))


def _name(el: ET.Element) -> str:
    return el.tag.rpartition("}")[2]


def _check_head(akar: ET.Element) -> Iterator[str]:
    yield from (f"{nama} tidak ada" for nama in WAJIB if akar.find(O + nama) is None)
    if not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", akar.findtext(f"{O}Id", "")):
        yield "Id bukan UUID"
    if not re.fullmatch(r"[1-9]\d{0,4}(\.\d{1,5}){1,3}", akar.findtext(f"{O}Version", "")):
        yield "Version bukan 1.2.3.4"
    for nama, batas in (("DisplayName", 125), ("Description", 250)):
        if not 0 < len(akar.find(O + nama).get("DefaultValue", "")) <= batas:  # type: ignore[union-attr]
            yield f"{nama} tidak 1 sampai {batas} huruf"
    for el in akar.iter(f"{O}AppDomain"):
        if not re.fullmatch(r"https://[^/]+", el.text or ""):
            yield f"AppDomain dengan jalur: {el.text}"
    for el in akar.iter():
        if re.match(r"(?!https://)\w+://", el.get("DefaultValue", "")):
            yield f"bukan https: {el.get('DefaultValue')}"


def _check_order(akar: ET.Element) -> Iterator[str]:
    for el in akar.iter():
        if el.tag in URUTAN:
            harap = URUTAN[el.tag].split()
            ada = [_name(anak) for anak in el]
            if any(satu not in harap for satu in ada) or ada != sorted(ada, key=harap.index):
                yield f"anak {_name(el)}: {ada}"
        if el.tag == f"{V}Icon" and not UKURAN_IKON <= {gambar.get("size") for gambar in el}:
            yield "Icon tanpa ukuran 16, 32, dan 80"


def _check_resources(akar: ET.Element) -> Iterator[str]:
    sumber = akar.find(f"{V}VersionOverrides/{V}Resources")
    assert sumber is not None
    ada = {el.get("id", ""): kelompok for kelompok in sumber for el in kelompok}
    dipakai = {el.get("resid", "") for el in akar.iter() if el.get("resid")}
    yield from (f"resid tidak ada: {satu}" for satu in sorted(dipakai - ada.keys()))
    yield from (f"sumber tidak dipakai: {satu}" for satu in sorted(ada.keys() - dipakai))
    yield from (f"id lebih dari 32 huruf: {satu}" for satu in ada if len(satu) > 32)
    for kelompok in sumber:
        for el in kelompok:
            if not 0 < len(el.get("DefaultValue", "")) <= PANJANG.get(kelompok.tag, 2048):
                yield f"panjang teks: {el.get('id')}"


def _check_functions(akar: ET.Element) -> Iterator[str]:
    """Exactly one set of custom functions, without a namespace: no prefix before the names."""
    titik = [el for el in akar.iter(f"{V}ExtensionPoint") if el.get(f"{XSI}type") == "CustomFunctions"]
    if [[_name(anak) for anak in el] for el in titik] != [["Script", "Page", "Metadata"]]:
        yield "CustomFunctions harus berisi Script, Page, Metadata, tanpa Namespace"
