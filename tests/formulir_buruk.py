"""Bad forms, each made from a plain one, and how the sentence begins that refuses it; after the name of the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Pasang = Callable[[Any, Any], object]
SIMPAN = "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."
KURAWAL = "Nama hanya dapat diisi di sel, dan di kepala atau kaki halaman; pindahkan ke sana."


def put(sel: str, isi: str) -> Pasang:
    return lambda _, lembar: lembar.write(sel, isi)


def _put_gabung(buku: Any, lembar: Any) -> None:
    lembar.merge_range("D4:D6", "{{program.nama}}", buku.add_format())


def _put_gabung_samping(buku: Any, lembar: Any) -> None:
    lembar.merge_range("D4:D5", "judul", buku.add_format())
    lembar.write("E5", "{{program.nama}}")


def _put_isian_ganda(_: Any, lembar: Any) -> None:
    lembar.write("D4", "{{isian_catatan}}")
    lembar.write("D9", "{{ISIAN_catatan}}")


def _put_isian_bernama(buku: Any, lembar: Any) -> None:
    lembar.write("D4", "{{isian_catatan}}")
    buku.define_name("isian_catatan", "=Isi!$D$9")


def _put_nama_rusak(buku: Any, _: Any) -> None:
    buku.define_name("isian_hilang", "=Isi!#REF!")


def _put_acuan(_: Any, lembar: Any) -> None:
    lembar.write("D5", "{{program.anggaran}}")
    lembar.write_formula("D9", "=D5*2", None, "")


def _put_pilihan(_: Any, lembar: Any) -> None:
    lembar.write("D4", "{{kecamatan.nama}}")
    lembar.data_validation("D4", {"validate": "list", "source": ["Medan Kota", "Medan Area"]})


def _put_pesan(_: Any, lembar: Any) -> None:
    lembar.data_validation("D4", {"validate": "any", "input_title": "Pilih", "input_message": "{{tahun}}"})


def _put_fungsi(_: Any, lembar: Any) -> None:
    lembar.write_formula("D4", "=ANGGARAN_REKON(A1:B3,A1:B3)", None, "")


def _put_nip_ganda(buku: Any, lembar: Any) -> None:
    lembar.write_string("D4", "{{pihak_pertama.nip}}")
    buku.define_name("isian_camat_nip", "=Isi!$D$9")


def _put_isian_kurang(buku: Any, lembar: Any) -> None:
    buku.define_name("isian_program_dpa", "=Isi!$D$4:$D$5")


KASUS: dict[str, tuple[Pasang, str]] = {
    "nama tidak dikenal": (
        put("D4", "Tahun {{tahum}}"),
        ", lembar Isi, sel D4: Nama {{tahum}} tidak dikenal. Mungkin maksudnya {{tahun}}.",
    ),
    "nama yang jauh dari apa pun": (
        put("D4", "{{xyzzy}}"),
        ", lembar Isi, sel D4: Nama {{xyzzy}} tidak dikenal. Semua nama: kinerja templat contoh.",
    ),
    "kurung tidak ditutup": (
        put("D4", "{{tahun"),
        ", lembar Isi, sel D4: Kurung kurawalnya tidak berpasangan. Tulis nama seperti ini: {{kecamatan.nama}}.",
    ),
    "kurung tidak dibuka": (
        put("D4", "tahun}}"),
        ", lembar Isi, sel D4: Kurung kurawalnya tidak berpasangan. Tulis nama seperti ini: {{kecamatan.nama}}.",
    ),
    "daftar di sel gabung": (
        _put_gabung,
        ", lembar Isi, sel D4: Baris daftar ada di dalam sel gabung yang lebih dari satu baris, sehingga tidak dapat"
        " diulang. Pisahkan sel gabungnya, atau gabungkan ke samping saja.",
    ),
    "daftar di samping sel gabung": (
        _put_gabung_samping,
        ", lembar Isi, sel D4: Baris daftar ada di dalam sel gabung yang lebih dari satu baris, sehingga tidak dapat"
        " diulang. Pisahkan sel gabungnya, atau gabungkan ke samping saja.",
    ),
    "dua daftar sebaris": (
        put("D4", "{{program.nama}} {{sasaran.uraian}}"),
        ", lembar Isi, sel D4: Satu baris tidak dapat mengulang dua daftar: program dan sasaran."
        " Pisahkan ke baris yang berbeda.",
    ),
    "nama di dalam rumus": (
        lambda _, lembar: lembar.write_formula("D4", '="Tahun "&"{{tahun}}"', None, ""),
        ", lembar Isi, sel D4: Nama dalam kurung kurawal tidak boleh di dalam rumus."
        " Taruh namanya di sel lain, lalu tunjuk sel itu.",
    ),
    "nama di komentar": (
        lambda _, lembar: lembar.write_comment("A1", "{{tahun}}"),
        f": Ada nama dalam kurung kurawal di komentar: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "nama di validasi": (
        _put_pesan,
        f", lembar Isi: Ada nama dalam kurung kurawal di aturan atau keterangan sel: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "nama di judul lembar": (
        lambda buku, _: buku.add_worksheet("{{tahun}}"),
        f": Ada nama dalam kurung kurawal di nama lembar atau nama rentang: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "nama di kotak teks": (
        lambda _, lembar: lembar.insert_textbox("D4", "{{tahun}}"),
        f": Ada nama dalam kurung kurawal di kotak teks atau bentuk: '{{{{tahun}}}}'. {KURAWAL}",
    ),
    "lembar terproteksi": (
        lambda _, lembar: lembar.protect(),
        ", lembar Isi: Lembar ini terproteksi. Buka proteksinya dahulu: Tinjau, Batalkan Proteksi Lembar"
        " (Review, Unprotect Sheet).",
    ),
    "dua isian senama": (
        _put_isian_ganda,
        ", lembar Isi, sel D9: Nama {{isian_catatan}} sudah dipakai di lembar Isi, sel D4."
        " Beri setiap isian namanya sendiri.",
    ),
    "isian dan rentang senama": (
        _put_isian_bernama,
        ", lembar Isi, sel D4: Nama {{isian_catatan}} menjadi isian isian_catatan, yang sudah menjadi nama rentang."
        " Pakai salah satu saja.",
    ),
    "isian di tengah teks": (
        put("D4", "Catatan: {{isian_catatan}}"),
        ", lembar Isi, sel D4: Nama isian harus sendirian di selnya, karena seluruh sel itu diketik kecamatan."
        " Pindahkan teks lainnya ke sel di sebelahnya.",
    ),
    "nama rentang rusak": (
        _put_nama_rusak,
        ": Nama rentang isian_hilang tidak menunjuk satu rentang sel (Isi!#REF!)."
        " Betulkan di Excel: Rumus, Manajer Nama (Formulas, Name Manager).",
    ),
    "nama rentang milik kinerja": (
        lambda buku, _: buku.define_name("formulir_program", "=Isi!$D$4"),
        ": Nama rentang formulir_program dipakai kinerja sendiri.",
    ),
    "nama rentang satu lembar": (
        lambda buku, _: buku.define_name("Isi!isian_sendiri", "=Isi!$D$4"),
        ": Nama rentang isian_sendiri hanya berlaku di lembar Isi.",
    ),
    "isian sama dengan yang diminta": (
        _put_nip_ganda,
        ", lembar Isi, sel D4: Nama {{pihak_pertama.nip}} menjadi isian isian_camat_nip, yang sudah menjadi nama"
        " rentang. Pakai salah satu saja.",
    ),
    "nama salah di kaki halaman": (
        lambda _, lembar: lembar.set_footer("&L{{tahunn}}"),
        ", lembar Isi: Nama {{tahunn}} tidak dikenal. Mungkin maksudnya {{tahun}}.",
    ),
    "daftar di kepala halaman": (
        lambda _, lembar: lembar.set_header("&C{{program.nama}}"),
        ", lembar Isi: Nama {{program.nama}} tidak dapat dipakai di kepala atau kaki halaman.",
    ),
    "isian salah ketik": (
        put("D4", "{{isian_skm_populsi}}"),
        ", lembar Isi, sel D4: Nama {{isian_skm_populsi}} mirip {{isian_skm_populasi}}, tetapi bukan itu.",
    ),
    "isian baris di luar barisnya": (
        put("D4", "{{isian_realisasi_1}}"),
        ", lembar Isi, sel D4: Nama {{isian_realisasi_1}} hanya berarti di baris yang berulang.",
    ),
    "kurung tiga": (put("D4", "{{{tahun}}}"), ", lembar Isi, sel D4: Kurung kurawalnya tidak berpasangan."),
    "isian program kurang barisnya": (
        _put_isian_kurang,
        ", lembar Isi, sel D4: Isian isian_program_dpa tidak sebanyak program, yaitu 6 baris.",
    ),
    "satu sel di baris berulang": (
        _put_acuan,
        ", lembar Isi, sel D9: Rumus ini menunjuk satu sel di baris yang berulang (Isi!D5), sehingga tidak jelas baris"
        " yang mana. Tunjuk sebagai rentang, misalnya SUM(D5:D5), atau taruh rumusnya di baris yang berulang itu.",
    ),
    "nilai di luar daftar pilihan": (
        _put_pilihan,
        ", lembar Isi, sel D4: Nilai 'Medan Baru' tidak ada dalam daftar pilihan sel itu: Medan Kota, Medan Area."
        " Tambahkan ke daftar pilihan formulir, atau hapus validasinya.",
    ),
    "fungsi tanpa rumus biasa": (_put_fungsi, ", lembar Isi, sel D4: Fungsi kinerja di sini tidak dapat"),
}
