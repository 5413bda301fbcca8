// Bars: the capaian of each kecamatan in one indikator and period, with a line at 100 per cent.

const MAKS_BATANG = 120;
const grafik = { indikator: 0, periode: kepala.sampai > 0 && kepala.sampai < SETAHUN ? kepala.sampai - 1 : SETAHUN, urutan: "turun", nomor: 0 };
let semuaIndikator;

// Capaian and kategori of one kecamatan in a period; the first indikator of that name.
function findCapaian(i, nama, periode) {
  const satu = semuaIndikator[i].find((x) => x.nama === nama);
  const asal = satu && (periode === SETAHUN ? satu : satu.triwulan[periode]);
  return { i, teks: asal?.capaian ?? KOSONG, nilai: asal ? toAngka(asal.capaian) : undefined, kategori: asal?.kategori ?? "" };
}

function listCapaian() {
  semuaIndikator ??= kepala.baris.map((_, i) => readIndikator(i));
  const [nama] = kepala.indikator[grafik.indikator];
  const semua = kepala.baris.map((_, i) => findCapaian(i, nama, grafik.periode));
  if (grafik.urutan === "kode") {
    return semua;
  }
  const arah = grafik.urutan === "turun" ? -1 : 1;
  const ada = semua.filter((satu) => satu.nilai !== undefined).sort((a, b) => arah * (a.nilai - b.nilai));
  return [...ada, ...semua.filter((satu) => satu.nilai === undefined)];
}

// One bar on a scale up to `akhir`; an unknown figure has none.
function makeBatang(nilai, akhir) {
  const jalur = make("div", { class: "jalur", "aria-hidden": "true" });
  jalur.style.setProperty("--seratus", `${(100 / akhir) * 100}%`);
  if (nilai !== undefined) {
    const isi = make("div", { class: nilai < 100 ? "isi kurang" : "isi" });
    isi.style.width = `${(Math.min(Math.max(nilai, 0), akhir) / akhir) * 100}%`;
    jalur.append(isi);
  }
  return jalur;
}

function makeBarisGrafik(satu, akhir) {
  const keadaan = satu.nilai === undefined ? "tidak ada angka" : satu.kategori;
  return make(
    "li",
    null,
    make("span", { class: "nama" }, makeTautan(satu.i)),
    makeBatang(satu.nilai, akhir),
    make("span", { class: "nilai" }, writePersen(satu.teks)),
    make("span", { class: "kategori" }, keadaan),
  );
}

function showGrafik(cetak = false) {
  const bagian = document.getElementById("bagian-grafik");
  if (!kepala.indikator.length) {
    bagian.replaceChildren(makeJudul("grafik", "Grafik capaian"), make("p", null, "Belum ada angka."));
    return;
  }
  const semua = listCapaian();
  const akhir = semua.reduce((besar, { nilai }) => Math.max(besar, nilai ?? 0), MAKS_BATANG);
  const awal = cetak ? 0 : grafik.nomor * SEHALAMAN;
  const tampak = semua.slice(awal, awal + (cetak ? MAKS_CETAK : SEHALAMAN));
  const [nama, rerata, terukur] = kepala.indikator[grafik.indikator];
  const halaman = make("div", { class: "kendali" });
  showHalaman(halaman, grafik.nomor, Math.ceil(semua.length / SEHALAMAN), (tujuan) => changeGrafik({ nomor: tujuan }));
  bagian.querySelector(".isi-grafik").replaceChildren(
    make("h3", null, `${nama}, ${kepala.periode[grafik.periode]}`),
    make("p", { role: "status" }, describeGrafik(rerata[grafik.periode], terukur[grafik.periode]) + (cetak ? describeCetak(semua.length) : "")),
    make("ol", { class: "batang", start: awal + 1 }, ...tampak.map((satu) => makeBarisGrafik(satu, akhir))),
    halaman,
  );
}

function describeGrafik(rerata, terukur) {
  return `Rata-rata ${writePersen(rerata)} dari ${toTeks(terukur)} kecamatan yang terukur. Garis tegak: 100%.`;
}

function changeGrafik(ubah) {
  Object.assign(grafik, { nomor: 0 }, ubah);
  showGrafik();
}

function makeJudul(id, teks) {
  return make("h2", { id, tabindex: "-1" }, teks);
}

function startGrafik() {
  const urutan = [["turun", "Capaian tertinggi dahulu"], ["naik", "Capaian terendah dahulu"], ["kode", "Kode wilayah"]];
  const periode = kepala.periode.map((teks, n) => [n, teks]);
  document.getElementById("bagian-grafik").append(
    makeJudul("grafik", "Grafik capaian"),
    make(
      "div",
      { class: "kendali" },
      makePilihan("Indikator", kepala.indikator.map(([nama], n) => [n, nama]), grafik.indikator, (n) => changeGrafik({ indikator: Number(n) })),
      makePilihan("Waktu", periode, grafik.periode, (n) => changeGrafik({ periode: Number(n) })),
      makePilihan("Urutan", urutan, grafik.urutan, (nilai) => changeGrafik({ urutan: nilai })),
    ),
    make("div", { class: "isi-grafik" }),
  );
}
