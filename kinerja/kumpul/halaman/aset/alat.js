// What all parts share: the data, elements made of text only, figures as numbers for sorting and drawing.

const kepala = JSON.parse(document.getElementById("data-kepala").textContent);
const letak = Object.fromEntries(kepala.kolom.map(([kunci], i) => [kunci, i]));
const nomorKode = new Map(kepala.baris.map((isi, i) => [isi[letak.kode], i]));
const kelasStatus = new Map(kepala.status);
const KOSONG = "–";
const SEHALAMAN = 50;
const MAKS_CETAK = 1000; // rows that a browser still lays out on paper within seconds
const SETAHUN = kepala.periode.length - 1;
let barisRinci;

// An element; attributes with value false or null are left out, children are elements or texts, never HTML.
function make(nama, sifat, ...anak) {
  const elemen = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(sifat ?? {})) {
    if (kunci.startsWith("on")) {
      elemen.addEventListener(kunci.slice(2), nilai);
    } else if (nilai !== false && nilai != null) {
      elemen.setAttribute(kunci, nilai === true ? "" : nilai);
    }
  }
  elemen.append(...anak.filter((satu) => satu != null));
  return elemen;
}

// The number at the start of "1.234,56 (B)"; undefined where none stands.
function toAngka(teks) {
  const cocok = /^-?[\d.]+(,\d+)?/.exec(teks);
  return cocok ? Number(cocok[0].replaceAll(".", "").replace(",", ".")) : undefined;
}

function toTeks(bilangan) {
  return bilangan.toLocaleString("id-ID");
}

// A record as an object: `kunci` names its items, # stands for a text of `kata`, an item named like a kind holds records.
function readRekaman(jenis, isi) {
  const hasil = {};
  kepala.kunci[jenis].forEach((kunci, n) => {
    const nama = kunci.replace("#", "");
    if (kunci.endsWith("#")) {
      hasil[nama] = kepala.kata[isi[n]];
    } else {
      hasil[nama] = nama in kepala.kunci ? isi[n].map((satu) => readRekaman(nama, satu)) : isi[n];
    }
  });
  return hasil;
}

function readBaris(i) {
  barisRinci ??= document.getElementById("data-rinci").textContent.split("\n");
  return JSON.parse(barisRinci[i]);
}

function readIndikator(i) {
  return readBaris(i)[kepala.kunci.rinci.indexOf("indikator")].map((satu) => readRekaman("indikator", satu));
}

function writePersen(teks) {
  return teks === KOSONG ? KOSONG : `${teks}%`;
}

function makeStatus(status) {
  return make("span", { class: `lencana ${kelasStatus.get(status)}` }, status);
}

function makeTautan(i) {
  const isi = kepala.baris[i];
  return make("a", { href: `#k/${isi[letak.kode]}` }, isi[letak.kecamatan]);
}

function makePilihan(judul, pilihan, terpilih, pilih) {
  const isi = pilihan.map(([nilai, teks]) => make("option", { value: nilai, selected: nilai === terpilih }, teks));
  return make("label", null, judul, make("select", { onchange: (e) => pilih(e.target.value) }, ...isi));
}

// What paper leaves out, said there; nothing where it holds all.
function describeCetak(banyak) {
  return banyak > MAKS_CETAK ? ` Yang dicetak hanya ${toTeks(MAKS_CETAK)} baris pertama; saring dahulu untuk yang lain.` : "";
}

// Buttons to turn pages; nothing where one page holds all.
function showHalaman(tempat, nomor, banyak, turn) {
  const makeTombol = (teks, tujuan) =>
    make("button", { type: "button", disabled: tujuan < 0 || tujuan >= banyak, onclick: () => turn(tujuan) }, teks);
  const isi = [
    makeTombol("← Sebelumnya", nomor - 1),
    make("span", null, `Halaman ${toTeks(nomor + 1)} dari ${toTeks(banyak)}`),
    makeTombol("Berikutnya →", nomor + 1),
  ];
  tempat.replaceChildren(...(banyak > 1 ? isi : []));
}
