"""Tools that the tests lean on; a line each: what it is for · who uses it.

Other programs as judges

* `program`: finds and runs a program from outside; a missing one is an error, never a skip · all that follow
* `libreoffice`: converts files in batches, a private profile a call · `cetak`, `mesin`, whoever reads .ods and .xls
* `mesin`: values by IronCalc, formulon, LibreOffice, by cell · `test_ekspresi`, `test_diferensial`, `test_hukum_*`
* `sampel`: how much of what they do slowly is done in the usual run, how much with PENUH=1 · whoever asks them often
* `cetak`: text lost, cut off or overprinted on paper · `test_perjanjian_kinerja_cetak`, `test_rekonsiliasi_buku`
* `validator`: Microsoft's Open XML SDK · whoever tests a workbook that we write
* `lint`: what makes Excel offer a repair or count otherwise (its own map) · the same tests
* `peramban`: headless Chromium that knows every request of a page · `web`, `test_addin_web_panel`
* `gambar`: the pictures of README.md, and makes them · `test_rilis_gambar`
* `peramban_rekap`: the same for rekap.html, opened as a file · `test_rekap_halaman*`

Files

* `alamat`: cell addresses · `lint`, `mesin`, `berkas`
* `berkas`: cells and parts straight from the XML of an .xlsx · `lint`, `mesin`, `test_workbook_writer`
* `contoh`: a sound workbook, and faults planted in its XML · `test_alat_*`
* `jujur`: workbooks filled in honestly at random, and what their officer explains · `test_jujur`, `test_cek_*`
* `ketik`: a workbook into whose cells TRUE was typed · `test_cek_benar`, `test_lembar_sakip`, `test_hukum_ekspresi`
* `kembali`: workbooks that come back: tampered with, saved again, filled in (its own map) · `test_alat_kembali*`
* `lembar_xml`: .xlsx and .ods of which a test decides every letter · `test_tabel_xlsx`, `test_tabel_ods`
* `xls`: .xls with records that no program would write · `test_tabel_xls`, `test_ejaan_xml`
* `anggaran`: random budget tables of known truth (its own map) · `test_anggaran_acak*`
* `serangan`: hostile files, their cage and their judge (its own map) · `test_serangan*`, `test_fuzz`, `test_ejaan_xml`
* `rekap`: random recaps of any number of kecamatan, with names that bite · `test_rekap*`
* `formulir_kaya`: forms that hold what openpyxl loses · `test_formulir_*`, `test_cli_templat`
* `nakal`: functions that misbehave in the child process · `test_tabel_anak`

Commands, law, what was issued

* `perintah`: the command line as a user runs it, a process of its own · `test_cli_*`, `test_massal`, `server`
* `jalan_rekon`: a comparison run by its command, and what its findings advise · `test_saran_anggaran*`
* `saran`: every advice of the source, and which test follows it · `test_saran*`
* `saran_cli`: commands that advise, and that end well · the same · `saran_kumpul`: returns of two kecamatan ·
  `test_saran_kumpul*` · `pip`: whether pip takes a command that is advised · `test_saran_addin_bangun`
* `kasus_perjanjian`: published agreements, what was realised, what must come of it · `test_kasus_perjanjian`
* `hukum`: a law that does not exist yet, for one test · `test_hukum_2027*`, `test_addin_hukum`, `test_rumus_sel`
* `terbit`: small batches to issue, from a fixed day and source · `test_terbit_*`, `test_penerbitan`
* `terbit_bersama`: many runs into one folder, at once or killed · `test_terbit_bersama`
* `kiriman_bersama`: many that keep returns in one register, at once or killed · `test_terbit_kiriman_bersama`
* `pulang`: workbooks that were issued and come back · `test_kumpul*`, `kumpul_bersama`
* `formulir`: three forms as other places print them, and what judges them (its own map) · `test_formulir_*`
* `formulir_hasil`: a filled form in memory, and what its hidden sheet comes to · `test_formulir_hasil*`
* `formulir_pulang`: two forms of an office, issued and filled in by hand · `test_formulir_*`
* `kumpul_bersama`: collections into one register, killed or two at once · `test_kumpul_bersama`
* `bawa`: revised agreements for what is carried over · `test_kumpul_bawa*`
* `terbitan`: what a version leaves behind for later readers, and writes it · `test_terbitan`
* `sidik`: digests of all that this version issues, and prints them · `terbitan`
* `dok_formulir`: the tables of docs/formulir.md, and writes them · `test_dok_formulir`
* `kata`: every text that a user may read, with its place · `test_kata`
* `dok_induk`: the tables of docs/data-induk.md, and writes them · `test_dok_rekonsiliasi`
* `dok_perintah`: the tables of docs/perintah.md, and writes them · `test_dok`
* `dok_temuan`: the tables of findings in docs/, and writes them · `test_dok_rekonsiliasi`, `test_dok_pengumpulan`

Add-in

* `addin`: the declared examples as the cases of every host · `test_addin_*`
* `buku_beku`: a minimal .xlsx to be frozen · `test_addin_bekukan*`
* `bernama`: calls of LAMBDA names in IronCalc and formulon · `test_addin_lambda*`
* `calc`, with `calc_uno` under the system's Python: LibreOffice in use · `test_addin_calc`, `test_addin_excel_vba`
* `com`: xlwings' COM server calls our functions · `test_addin_excel`, `test_addin_hukum`
* `mulai`: Python as Excel starts it, with its time and memory · `test_addin_mulai`, tests/bench
* `pywin32`: stand-ins that let xlwings' Windows code run anywhere · `com`, `mulai`, tests/bench
* `sambung`: VBA in place of what only Excel has: links, the DLL, settings · `test_addin_sambung`
* `windows`: a Windows machine: folders, a registry, EXCEL.EXE · `test_addin_pasang*`, `test_addin_periksa`
* `vba`: the generated VBA in a workbook, with a stand-in for Python · `test_addin_excel_vba`, `test_addin_xlam`
* `murni`: the add-in without Python in LibreOffice's VBA, with cases of `kasus_murni`, and of ANGGARAN_REKON in
  `kasus_rekon` and `kasus_ragu` · `test_addin_murni*`
* `sama`: hosts held to the core, their differences as rules, the table of outcomes (its own map) · `test_addin_sama*`
* `dok_hasil`: the tables of docs/hasil-fungsi.md, and writes them · `test_addin_sama_tabel`
* `manifes`: an Office manifest checked offline · `test_addin_web`, `test_addin_web_bangun`
* `server`: xlwings Server with the project that we ship · `web`
* `web`: the web add-in built, served and opened, with office.js as a stand-in · `test_addin_web*`
* `tugas_calc`: sheets of LibreOffice Calc and what is done in them · `test_addin_calc_sel`
* `isian_panel`: what people type into the task pane · `test_addin_web_panel`
* `bentuk_sel`: formats of cells, and whether they show per cent, a day or neither · `test_addin_web_lembar`

pasang.sh and package.json say what `make uji` installs of all this.
"""
