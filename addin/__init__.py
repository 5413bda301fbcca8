"""How the functions reach a spreadsheet program: declared once, carried by a thin adapter for each host."""
