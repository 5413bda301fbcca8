"""Tables in: agreements from TOML, workbooks and CSV folders. Only here is a spreadsheet reader known."""
