// The parts of a kecamatan's page: its indikator, programmes, surveys, evaluations, checks and findings.

// A table that scrolls sideways where it is too wide. Titles with a leading > stand over figures; `akhir` is its last row.
function makeTabelKecil(judul, kolom, baris, { akhir, lebar } = {}) {
  const angka = kolom.map((teks) => teks.startsWith(">"));
  const makeSelKecil = (isi, n) => (n === 0 ? make("th", { scope: "row" }, isi) : make("td", { class: angka[n] ? "angka" : "teks" }, isi));
  const makeBaris = (isi) => make("tr", null, ...isi.map(makeSelKecil));
  const kepalaTabel = kolom.map((teks, n) => make("th", { scope: "col", class: angka[n] ? "angka" : "teks" }, teks.replace(">", "")));
  const tabelKecil = make(
    "table",
    { class: lebar ? "lengket lebar" : "kecil" },
    make("caption", null, judul),
    make("thead", null, make("tr", null, ...kepalaTabel)),
    make("tbody", null, ...baris.map(makeBaris)),
    akhir && make("tfoot", null, makeBaris(akhir)),
  );
  return make("div", { class: "gulir", role: "region", "aria-label": judul, tabindex: "0" }, tabelKecil);
}

function fill(teks) {
  return teks || KOSONG;
}

function makeIndikator(satu) {
  const baris = satu.triwulan.map((t, n) => [kepala.triwulan[n], t.target, t.realisasi, t.capaian, fill(t.kategori)]);
  const setahun = [kepala.periode[SETAHUN], satu.target, satu.realisasi, satu.capaian, fill(satu.kategori)];
  const predikat = satu.predikat && satu.predikat !== KOSONG ? `Predikat ${satu.predikat}.` : "";
  return make(
    "article",
    { class: "kartu" },
    make("h4", null, `${satu.nomor}. ${satu.nama}`),
    make("p", { class: "keterangan" }, [satu.sasaran, `satuan ${fill(satu.satuan)}`, satu.arah].filter(Boolean).join(" · ")),
    makeTabelKecil(`Target dan realisasi indikator ${satu.nomor}`, ["Triwulan", ">Target", ">Realisasi", ">Capaian (%)", "Kategori"], baris, { akhir: setahun }),
    predikat || satu.keterangan ? make("p", null, [predikat, satu.keterangan].filter(Boolean).join(" ")) : null,
    ...satu.triwulan.map(makeKendala),
    makeKendala(satu, SETAHUN),
  );
}

// What the officer wrote about a quarter, or the year.
function makeKendala(t, n) {
  const isi = [["Kendala", t.kendala], ["Tindak lanjut", t.tindak_lanjut], ["Bukti dukung", t.bukti_dukung]];
  const ada = isi.filter(([, teks]) => teks).flatMap(([judul, teks]) => [make("dt", null, judul), make("dd", null, teks)]);
  return ada.length ? make("div", { class: "kendala" }, make("h5", null, kepala.periode[n]), make("dl", null, ...ada)) : null;
}

function makeProgram(rinci) {
  const kolom = ["Program", ">Perjanjian (Rp)", ">DPA (Rp)", ">Pagu acuan (Rp)"];
  const triwulan = kepala.periode.slice(0, SETAHUN).map((teks) => `>${teks} (Rp)`);
  const write = (p) => [p.perjanjian, p.dpa, p.pagu, ...p.realisasi, p.jumlah, p.serapan];
  const [perjanjian, dpa, pagu, realisasi, jumlah, serapan] = rinci.jumlah;
  return makeTabelKecil(
    "Anggaran dan realisasi",
    [...kolom, ...triwulan, ">Jumlah realisasi (Rp)", ">Serapan (%)"],
    rinci.program.map((p) => [`${p.kode} ${p.nama}`, ...write(p)]),
    { akhir: ["Jumlah", ...write({ perjanjian, dpa, pagu, realisasi, jumlah, serapan })], lebar: true },
  );
}

function makeSkm(rinci) {
  const baris = rinci.skm.map((s) => [s.lembar, s.nik, fill(s.mutu), fill(s.kinerja), s.responden]);
  return makeTabelKecil("Survei kepuasan masyarakat", ["Lembar", ">IKM", "Mutu", "Kinerja", ">Responden"], baris);
}

function makeSakip(rinci) {
  const baris = rinci.sakip.map((s) => [s.lembar, s.nilai, fill(s.predikat)]);
  return makeTabelKecil("Evaluasi SAKIP", ["Lembar", ">Nilai", "Predikat"], baris);
}

// What is not OK, the worst first.
function makeCek(rinci) {
  const [ok, dijelaskan, periksa, belum] = rinci.banyak_cek;
  const urutan = ["PERIKSA", "BELUM", "DIJELASKAN"];
  const baris = [...rinci.cek].sort((a, b) => urutan.indexOf(a.hasil) - urutan.indexOf(b.hasil));
  return [
    make("p", null, `${ok} OK, ${dijelaskan} DIJELASKAN, ${periksa} PERIKSA, ${belum} BELUM.`),
    baris.length ? make("ul", { class: "kartu cek" }, ...baris.map(makeBarisCek)) : null,
  ];
}

function makeBarisCek(c) {
  const kelas = { PERIKSA: "berubah", BELUM: "belum", DIJELASKAN: "catatan" }[c.hasil] ?? "periksa";
  return make(
    "li",
    null,
    make("span", { class: `lencana ${kelas}` }, c.hasil),
    make("span", null, c.teks),
    make("span", { class: "keterangan" }, [[c.lembar, c.sel].filter(Boolean).join(" "), c.penjelasan || c.saran].filter(Boolean).join(": ")),
  );
}

function makeTemuan(t) {
  const isi = [
    ["Tempat", [t.lembar && `lembar ${t.lembar}`, t.sel].filter(Boolean).join(", ")],
    ["Semula", t.terbit],
    ["Datang", t.datang],
    ["Saran", t.saran],
  ];
  const ada = isi.filter(([, teks]) => teks).flatMap(([judul, teks]) => [make("dt", null, judul), make("dd", null, teks)]);
  const tingkat = make("span", { class: `lencana ${t.tingkat}` }, t.tingkat);
  return make("article", { class: "kartu temuan" }, make("h4", null, tingkat, ` ${t.kode}: ${t.pesan}`), make("dl", null, ...ada));
}
