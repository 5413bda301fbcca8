"""Three forms as other places print them, made by openpyxl and XlsxWriter as an office would, and what judges them.

Facts of layout only (which columns, in which order, heads of two rows, who signs where) follow published agreements,
action plans and monitoring tables of kecamatan elsewhere; all sentences are our own.

* `pk`: the agreement with its annex: letterhead, statement, two tables, a total in words, two signatures.
* `aksi`: action plan and monitoring by quarter, two tables one below the other, a sheet of remarks, a recap.
* `lima`: five sheets: survey, SAKIP, budget, activities, recap.
* `data`: agreements to fill them with: Medan (21 kecamatan) and Surabaya (31, figures made up), murni and perubahan.
* `harap`, `harap_aksi`, `harap_lima`: what must stand in each form, from the agreement and the rules of the core.
* `isi`: a form filled as the command does · `hakim`: what is wrong with one · `susunan`: what lies beside its cells.
* `gaya`: what the three look like · `__main__`: their digests, filled for one kecamatan.
* `buku`: a finished workbook read again by openpyxl, which knows nothing of us. `berkas`: a form's bytes.
* `ulang`: small forms of many repeated tables, with what their formulas should come to, computed apart.
"""
