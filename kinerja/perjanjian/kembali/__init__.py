"""Agreement workbooks of ours that come back, of any version: whose they are, beside their issue, and what is in them.

Two ways lead through this room. `kinerja periksa` only asks what a workbook's own sheet Cek says (`cek`, `temuan`): it
tells the values that the last program stored, and recomputes nothing; the words of the sheets are written there once
more, since what an older version wrote stays when today's sheets change. Collecting and looking believe none of these
values: they compare with the issue (`banding`), read what was typed (`isian`) and recompute the rest (`hitung`,
`hasil_baca`).
"""
