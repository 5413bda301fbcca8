"""How cells look: format as Excel stores it (English signs), number, and what that shows.

"persen": a % of the format itself; "tanggal": a day, a time or a duration; "biasa": neither. After ECMA-376 part 1,
18.8.31 (number formats), and what Excel shows where that is silent. Where a date cannot be shown (below 0, from the
year 10000 on) Excel fills the cell with #, and the number counts as it is.
"""

BENTUK_SEL: tuple[tuple[str, float, str], ...] = (
    # per cent
    ("0%", 0.5, "persen"),
    ("0.00%", 0.665, "persen"),
    ("#,##0.0%", 12.5, "persen"),
    ("0 %", 0.5, "persen"),
    ("%0", 0.5, "persen"),
    ("0.00%;[Red]-0.00%", -0.5, "persen"),
    ("[Red]0%", 0.5, "persen"),
    ("[Color10]0%", 0.5, "persen"),
    # sections by sign
    ("0.0;[Red]-0%", 0.5, "biasa"),
    ("0.0;[Red]-0%", -0.5, "persen"),
    ("0%;-0%;0", 0, "biasa"),
    ("0%;-0%;0", 0.5, "persen"),
    ("0%;-0.0", -0.5, "biasa"),
    ("0%;-0.0", 0, "persen"),
    ("0;0;0%", 0, "persen"),
    ("0;0;0;@", 66.5, "biasa"),
    ('0%;;"nihil"', 0, "biasa"),
    ("0.0;0.0;0.0;@%", 66.5, "biasa"),
    # conditions
    ("[<1]0%;0.0", 0.5, "persen"),
    ("[<1]0%;0.0", 66.5, "biasa"),
    ("[>100]0;[<=1]0%;0.0", 1, "persen"),
    ("[>100]0;[<=1]0%;0.0", 50, "biasa"),
    ("[=0]0;0%", 0, "biasa"),
    ("[=0]0;0%", 0.5, "persen"),
    ("[Red][<0.5]0%;0.0", 0.25, "persen"),
    ("[<>0]0%;0", 0.5, "persen"),
    # quotes, escapes, padding
    ('"a;b" 0%', 0.5, "persen"),
    ('0.0"%"', 66.5, "biasa"),
    ('0.0"\\"%', 66.5, "persen"),
    ('0.0" persen"', 66.5, "biasa"),
    (r"0.0\%", 66.5, "biasa"),
    (r"0.0\;%", 0.5, "persen"),
    ("0.0_%", 66.5, "biasa"),
    ("*%0.0", 66.5, "biasa"),
    ('0" hari"', 3, "biasa"),
    (r"0\d", 3, "biasa"),
    # accounting
    ('_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 66.5, "biasa"),
    ('_-* #,##0.00%_-;-* #,##0.00%_-;_-* "-"??%_-;_-@_-', 0.5, "persen"),
    ('_-* #,##0.00%_-;-* #,##0.00%_-;_-* "-"??_-;_-@_-', 0, "biasa"),
    # currency
    ('"Rp"#,##0', 45481, "biasa"),
    ("[$Rp-421]#,##0", 45481, "biasa"),
    ("[$Rp-421]#,##0.00;[Red]-[$Rp-421]#,##0.00", -45481, "biasa"),
    ("0.0 [$%-421]", 66.5, "biasa"),
    # numbers
    ("General", 66.5, "biasa"),
    ("@", 66.5, "biasa"),
    ("0.00", 0.5, "biasa"),
    ("0.00E+00", 45481, "biasa"),
    ("# ?/?", 0.5, "biasa"),
    ("[Red]0.0", 66.5, "biasa"),
    ("[Yellow]General", 66.5, "biasa"),
    # days and times
    ("dd/mm/yyyy", 45481, "tanggal"),
    ("d-mmm", 45511, "tanggal"),
    ("mmm-yy", 45511, "tanggal"),
    ("[$-421]d mmmm yyyy;@", 45481, "tanggal"),
    ("[$-F800]dddd, mmmm dd, yyyy", 45481, "tanggal"),
    (r"yyyy\-mm\-dd", 45481, "tanggal"),
    ('d" hari"', 3, "tanggal"),
    ("dd/mm/yyyy", 0, "tanggal"),
    ("h:mm", 0.0639, "tanggal"),
    ("h:mm AM/PM", 0.5, "tanggal"),
    ("mm:ss.0", 0.0639, "tanggal"),
    ("dd/mm/yyyy;;0", 0, "biasa"),
    ("[<100]0;dd/mm/yyyy", 66.5, "biasa"),
    ("[<100]0;dd/mm/yyyy", 45481, "tanggal"),
    # durations
    ("[h]:mm:ss", 1.5, "tanggal"),
    ("[hh]:mm", 1.5, "tanggal"),
    ("[mm]:ss", 0.5, "tanggal"),
    ("[ss]", 0.5, "tanggal"),
    # not shown as days
    ("dd/mm/yyyy", 2958465.5, "tanggal"),
    ("dd/mm/yyyy", 2958466, "biasa"),
    ("dd/mm/yyyy", 3000000, "biasa"),
    ("dd/mm/yyyy", -1, "biasa"),
)
