"""What openpyxl can lose, in words: kinds of `kandungan` by pattern, the first that fits.

A word tells of the kind and of all inside it. An empty one says that neither carries a meaning for an office; None that
the thing is only the frame of what is told by itself.
"""

from __future__ import annotations

import re

_EXT = r"worksheet:extLst/ext/"
_JANGKAR = r".*>drawing:\w+Anchor"
_BENTUK = "bentuk dan kotak teks"
_KONTROL = "kontrol formulir"
_OBJEK = "objek dari program lain"
_PEMOTONG = "pemotong (slicer)"
_GRAFIK_BARU = "grafik atau pemotong jenis baru"
_RUPA_GRAFIK = "rupa grafik (label, warna, atau tabel datanya)"
_MAKRO = "makro"
_SAMBUNGAN = "sambungan ke data luar"

POLA: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pola), kata)
    for pola, kata in (
        # The package
        (r"(core|extended|custom)-properties\b.*|thumbnail|calcChain|sharedStrings|customXml\b.*", ""),
        (
            r"classificationlabels|person|rdRichValue\w*|rdSupporting\w*|richValueRel|sheetMetadata|FeaturePropertyBag",
            "",
        ),
        (r".*>?(printerSettings|chartStyle|chartColorStyle|chart\w*[Ss]tyle|customProperty)", ""),
        (r"origin", "tanda tangan digital"),
        (r"extensibility", "tombol pita (ribbon) buatan sendiri"),
        (r"webextensiontaskpanes|taskpanes", "panel add-in"),
        (r"vbaProject|.*xlMacrosheet|.*xlIntlMacrosheet", _MAKRO),
        (r"dialogsheet", "lembar dialog"),
        (r"worksheet|chartsheet", "lembar"),
        (r"externalLink", "tautan ke berkas lain"),
        (r"connections|.*>queryTable|.*:extLst/ext/connection", _SAMBUNGAN),
        (r"xmlMaps", "peta XML"),
        (r"powerPivotData|model|officeDocument:extLst/ext/dataModel", "model data"),
        (r"revisionHeaders|usernames|officeDocument:fileSharing", "pengaturan berbagi"),
        (r".*slicerCache|.*>slicer|.*/slicer(List|Caches)/\w+", _PEMOTONG),
        (r".*timelineCache|.*>timeline|.*/timeline(Refs|CacheRefs)/\w+", "garis waktu (timeline)"),
        (r".*pivotTable|pivotCache\w*", "tabel pivot"),
        # The workbook part
        (r"officeDocument:(fileVersion|revisionPtr|externalReferences|functionGroups|smartTag\w+|web\w+)", ""),
        (r"officeDocument:(workbookPr@(?!date1904).*|fileRecoveryPr|AlternateContent|calcPr@(calcId|refMode))", ""),
        (r"officeDocument:extLst/ext/(workbookPr|calcFeatures|ArchID|extCalcPr|fileVersion|pivot\w+|xcalcf\w*)", ""),
        (r"officeDocument:definedNames/definedName _xlnm\._FilterDatabase", ""),
        (r"officeDocument:definedNames/definedName _xlnm\.Print_\w+", "daerah atau judul cetak"),
        (r"officeDocument:definedNames/definedName .*", "nama"),
        (r"officeDocument:customWorkbookViews|worksheet:customSheetViews", "tampilan khusus"),
        # Styles, texts
        (r"styles:cellXfs/xf/extLst", "kotak centang di dalam sel"),
        (r"styles:(cellStyleXfs|numFmts|cellXfs/xf/protection|extLst|dxfs$|colors|.*@).*", ""),
        (r"sharedStrings:(si/)?(rPh|phoneticPr).*|.*phoneticPr.*", ""),
        (r"sharedStrings:.*", "teks berformat campur"),
        # Drawings
        (_JANGKAR + r"/(sp|cxnSp|grpSp)", _BENTUK),
        (_JANGKAR + r"/(AlternateContent/)?(Choice/)?contentPart", "coretan pena"),
        (_JANGKAR + r"/AlternateContent/Choice/(sp|cxnSp|grpSp)", _BENTUK),
        (_JANGKAR + r"/AlternateContent/Choice/graphicFrame|.*>chartEx", _GRAFIK_BARU),
        (_JANGKAR + r"/AlternateContent/Fallback", ""),
        (_JANGKAR + r"/pic", "gambar (misalnya EMF)"),
        (_JANGKAR + r"/pic/.*/svgBlip", "ketajaman gambar SVG"),
        (_JANGKAR + r"/pic/.*/(imgProps|imgLayer)", "efek gambar"),
        (_JANGKAR + r"/pic/.*extLst/ext/(useLocalDpi|creationId|decorative)", ""),
        (_JANGKAR + r"/(graphicFrame|from|to|ext|pos|clientData)([/@].*)?|" + _JANGKAR + r"(@.*)?", None),
        (r".*>drawing>chart>(chartUserShapes)", "bentuk di dalam grafik"),
        (r".*>drawing>chart", "grafik"),
        (r".*>chart:.*/(datalabelsRange|showDataLabelsRange)", _RUPA_GRAFIK),
        (r".*>chart:(lang|printSettings|date1904|AlternateContent|.*extLst/ext/\w+|.*/separator|.*@sourceLinked)", ""),
        (r".*>chart:chart/(autoTitleDeleted|plotArea/\w+Ax/tickLblPos|plotArea/\w+/varyColors)", ""),
        (r".*>chart:.*", _RUPA_GRAFIK),
        (r".*>drawing>diagramData", "diagram (SmartArt)"),
        (r".*>drawing>(diagram\w+|image)", None),
        (_JANGKAR + r"/pic/.*/hlinkClick|.*>drawing>hyperlink", "tautan pada gambar"),
        (r"(worksheet|chartsheet)(:|>)(legacyD|d)rawing|.*>vmlDrawing|.*>drawing:", None),
        # Controls and objects, which stand in three places at once
        (r".*>vmlDrawing:Note|.*>vmlDrawing>image", ""),
        (r".*>vmlDrawing:(Pict)", _OBJEK),
        (r".*>vmlDrawing:(Shape|Rect\w*|Oval|Line|Arc|Polygon|Group|Movie)", _BENTUK),
        (r".*>vmlDrawing:.*|.*>(ctrlProp|control)|worksheet:(.*/)?controls/(.*/)?control", _KONTROL),
        (r"worksheet:(.*/)?oleObjects/(.*/)?oleObject|.*>(oleObject|package)", _OBJEK),
        (r"worksheet:legacyDrawingHF", "gambar di kepala atau kaki halaman"),
        (r"worksheet:picture|worksheet>image", "gambar latar lembar"),
        # Sheets
        (_EXT + r"sparklineGroups/sparklineGroup/sparklines/sparkline", "grafik mini (sparkline)"),
        (_EXT + r"conditionalFormattings/conditionalFormatting", "format bersyarat jenis baru"),
        (_EXT + r"dataValidations/dataValidation", "validasi jenis baru (daftar di lembar lain)"),
        (_EXT + r"protectedRanges|worksheet:protectedRanges/protectedRange", "rentang berizin khusus"),
        (_EXT + r"webExtensions", "panel add-in"),
        (_EXT + r"ignoredErrors|worksheet:(ignoredErrors|cellWatches|customProperties|webPublishItems|smartTags)", ""),
        (r"worksheet:conditionalFormatting/cfRule/extLst", ""),
        (r"worksheet:conditionalFormatting/cfRule", "format bersyarat"),
        (r"worksheet:conditionalFormatting", None),
        (r"worksheet:dataValidations/dataValidation", "validasi"),
        (r"worksheet:sheetData/row/c=", "isi di balik sel gabungan"),
        (r"worksheet:sheetData/row/c@cm", "rumus larik dinamis"),
        (r"worksheet:sheetData/row/c@vm", "gambar atau data di dalam sel"),
        (r"worksheet:sheetData/row/c|worksheet:sheetData/row@spans", ""),
        (r"worksheet:headerFooter/\w+", "kepala atau kaki halaman"),
        (r"worksheet:headerFooter", None),
        (r"worksheet:hyperlinks/hyperlink|worksheet>hyperlink", "tautan"),
        (r"worksheet:mergeCells/mergeCell", "sel gabungan"),
        (r"worksheet:scenarios/scenario", "skenario"),
        (r"worksheet:dataConsolidate", "pengaturan konsolidasi"),
        (r"worksheet>threadedComment:threadedComment", "komentar berutas"),
        (r"worksheet>threadedComment:?", None),
        (r"worksheet>comments:.*comment/(text|commentPr|extLst).*", ""),
        (r"worksheet>comments:commentList/comment", "komentar"),
        (r"worksheet>table:.*extLst.*", ""),
        (r"worksheet>table", "tabel"),
        (r".*[:/](extLst|ext|AlternateContent|Choice|Fallback)(@(uri|Requires))?", None),
        (r".*@(count|uniqueCount)", ""),
    )
)


def find_kata(jalan: str) -> str | bool | None:
    """Words for a kind, empty for what says nothing, None for a frame; False where nobody knows it.

    >>> find_kata("worksheet>drawing:twoCellAnchor/sp"), find_kata("calcChain"), find_kata("worksheet:baru")
    ('bentuk dan kotak teks', '', False)
    """
    return next((kata for pola, kata in POLA if pola.fullmatch(jalan)), False)
