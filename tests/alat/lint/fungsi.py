"""What the lint knows about functions: the safe subset with its arities, and the names to keep out."""

from addin.fungsi import DAFTAR
from tests.alat.lint.cacat import words

# function -> (fewest, most, step) arguments. These count alike in Excel 2010 and later, LibreOffice, WPS, IronCalc.
ARGUMEN: dict[str, tuple[int, int, int]] = {
    "ABS": (1, 1, 1),
    "AND": (1, 255, 1),
    "COUNT": (1, 255, 1),
    "COUNTA": (1, 255, 1),
    "COUNTBLANK": (1, 1, 1),
    "COUNTIF": (2, 2, 1),
    "COUNTIFS": (2, 254, 2),
    "FIXED": (2, 2, 1),
    "HYPERLINK": (1, 2, 1),
    "IF": (2, 3, 1),
    "IFERROR": (2, 2, 1),
    "INDEX": (2, 3, 1),
    "INT": (1, 1, 1),
    "ISBLANK": (1, 1, 1),
    "ISLOGICAL": (1, 1, 1),
    "ISNUMBER": (1, 1, 1),
    "ISTEXT": (1, 1, 1),
    "LEN": (1, 1, 1),
    "MATCH": (2, 3, 1),
    "MAX": (1, 255, 1),
    "MIN": (1, 255, 1),
    "MOD": (2, 2, 1),
    "NOT": (1, 1, 1),
    "OR": (1, 255, 1),
    "RANK": (2, 2, 1),
    "RIGHT": (2, 2, 1),
    "ROUND": (2, 2, 1),
    "SUBSTITUTE": (3, 4, 1),
    "SUM": (1, 255, 1),
    "SUMIF": (2, 3, 1),
    "SUMIFS": (3, 255, 2),
    "TRIM": (1, 1, 1),
    "VLOOKUP": (3, 4, 1),
}

# A range given to any other function would spill in Excel 365 and intersect in Excel 2010.
MENERIMA_RENTANG = frozenset(
    words("""AND COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS INDEX MATCH MAX MIN OR RANK SUM SUMIF SUMIFS VLOOKUP""")
)

VOLATIL = frozenset(["CELL", "INDIRECT", "INFO", "NOW", "OFFSET", "RAND", "RANDARRAY", "RANDBETWEEN", "TODAY"])

# Their results depend on the reader's regional settings: VALUE("1.250") is 1.25 or 1250. But not what becomes of
# FIXED(x,0) when its thousands are replaced at once: see `rumus.is_seragam`.
PENGATURAN_DAERAH = frozenset(["DATEVALUE", "DOLLAR", "FIXED", "NUMBERVALUE", "TEXT", "TIMEVALUE", "VALUE"])

# Added after Excel 2007: in the file they need the prefix _xlfn., without it Excel shows #NAME?.
XLFN = frozenset(
    words(
        """AGGREGATE BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT DAYS DROP EXPAND FILTER FLOOR.MATH
    FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.SNGL NETWORKDAYS.INTL
    PERCENTILE.INC PERCENTRANK.INC QUARTILE.INC RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SHEET SHEETS SORT SORTBY
    STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VAR.P VAR.S VSTACK
    WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR"""
    )
)

KINERJA = frozenset(DAFTAR)
"""Our add-in's functions; a defined name with the same letters hides the function (names are case-blind)."""

SEMUA = frozenset(ARGUMEN) | VOLATIL | PENGATURAN_DAERAH | XLFN | KINERJA | {"TRUE", "FALSE"}
