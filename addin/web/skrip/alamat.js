// Addresses as Excel writes them, and unions of areas.

const KINERJA_BARIS = 1048576;
const KINERJA_KOLOM = 16384;
const KINERJA_SATU_BLOK = "Rentang harus satu blok sel, bukan gabungan. Pilih satu blok sel.";

// 'Data ''24'!B2:B4 -> { lembar, b1, k1, b2, k2 }, counted from 1; undefined for what is not a block of this workbook.
function kinerjaAlamat(letak) {
  const batas = letak.lastIndexOf("!");
  const lembar = letak.slice(0, batas).replace(/^'([\s\S]*)'$/, "$1").replaceAll("''", "'");
  const cocok = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(letak.slice(batas + 1));
  if (batas < 1 || /[[\]]/.test(lembar) || !cocok) {
    return undefined;
  }
  const [, kolom, baris, kolomAkhir = kolom, barisAkhir = baris] = cocok;
  return {
    lembar,
    b1: Number(baris ?? 1),
    k1: kolom ? kinerjaNomor(kolom) : 1,
    b2: Number(barisAkhir ?? KINERJA_BARIS),
    k2: kolomAkhir ? kinerjaNomor(kolomAkhir) : KINERJA_KOLOM,
  };
}

// A -> 1, AA -> 27.
function kinerjaNomor(huruf) {
  return [...huruf.toUpperCase()].reduce((nomor, satu) => nomor * 26 + satu.charCodeAt(0) - 64, 0);
}

// 27 -> AA.
function kinerjaHuruf(nomor) {
  return nomor ? kinerjaHuruf(Math.floor((nomor - 1) / 26)) + String.fromCharCode(65 + ((nomor - 1) % 26)) : "";
}

// Whether an address names more than one block: Lembar1!A1:A3,Lembar1!C1:C3.
function kinerjaBanyakBlok(letak) {
  const polos = letak.replace(/'(?:[^']|'')*'/g, "");
  return polos.indexOf("!") !== polos.lastIndexOf("!") || polos.slice(polos.lastIndexOf("!")).includes(",");
}

// What a formula consists of: texts, errors, quoted names of sheets, brackets, words ($A$1, daerah, SUM), numbers, spaces,
// single signs. Formulas arrive in English, where commas part arguments; of names that is not documented, so ; counts as
// one too: in English it stands in braces only.
const KINERJA_POTONGAN =
  /"(?:[^"]|"")*"?|#[A-Z][A-Z\d/]*[!?]?|'(?:[^']|'')*'|\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]|[$\p{L}_\\][$\p{L}\d_.\\?]*|\d[\d.]*(?:E[+-]?\d+)?|\s+|[\s\S]/giu;

function kinerjaPotongan(rumus) {
  return rumus.match(KINERJA_POTONGAN) ?? [];
}

// The parts of a formula that say what a call of `nama` reads: what stands between its parentheses. The whole formula
// (`semua`) where words of LET or LAMBDA may stand for ranges, and where the call itself stands in a name.
function kinerjaBagianRumus(rumus, nama) {
  const potongan = kinerjaPotongan(rumus);
  const pola = new RegExp(String.raw`(?:^|[^\p{L}\d])${nama}$`, "iu");
  const awal = potongan.flatMap((satu, i) => (potongan[i + 1] === "(" && pola.test(satu) ? [i + 2] : []));
  const semua = !awal.length || potongan.some((satu) => /^(?:_xlfn\.)?(?:LET|LAMBDA)$/i.test(satu));
  return { semua, bagian: semua ? [potongan] : awal.map((i) => kinerjaSampaiTutup(potongan.slice(i))) };
}

// Up to the parenthesis that closes the whole.
function kinerjaSampaiTutup(potongan) {
  let dalam = 0;
  const tutup = potongan.findIndex((satu) => (dalam += satu === "(" ? 1 : satu === ")" ? -1 : 0) < 0);
  return tutup < 0 ? potongan : potongan.slice(0, tutup);
}

// Whether more than one block is named: a comma inside parentheses that are not those of a call (or outside of all, where
// no `argumen` stand), A1:B2:C3, Jan:Mar!A1. Excel has the block around A1:B2 and C3 for the second, but hands over the
// cells and the address of A1:B2 alone (OfficeDev/office-js 4020). An intersection, A1:C3 B2:B2, is one block.
function kinerjaGabungan(potongan, argumen) {
  const luar = [{ koma: argumen, titik: 0 }]; // whether commas are none of a union here, and how many : are in a row
  return potongan.some((satu, i) => {
    const ini = luar.at(-1);
    const [sebelum = "", sesudah = ""] = [potongan[i - 1], potongan[i + 1]];
    if (satu === "(" || satu === "{") {
      luar.push({ koma: satu === "{" || /^(?:[\p{L}_\\]|\)$)/u.test(sebelum), titik: 0 });
    } else if ((satu === ")" || satu === "}") && luar.length > 1) {
      luar.pop();
      luar.at(-1).titik += ini.koma ? 0 : ini.titik;
    } else if (satu === ":") {
      ini.titik++;
    } else if (/^[-+*/^&=<>%,;]$/.test(satu) || (/^\s/.test(satu) && sebelum !== ":" && sesudah !== ":")) {
      ini.titik = 0;
    }
    return (/^[,;]$/.test(satu) && !ini.koma) || luar.at(-1).titik > 1 || kinerjaLembarBeruntun(potongan, i);
  });
}

// Whether the sheets of Jan:Mar!A1 or 'Jan 1:Mar 1'!A1 end there.
function kinerjaLembarBeruntun(potongan, i) {
  if (potongan[i + 1] !== "!" || kinerjaLembarBukuLain(potongan, i)) {
    return false;
  }
  const [sebelum, batas, awal = ""] = [potongan[i - 3], potongan[i - 1], potongan[i - 2]];
  return /^'.*:/.test(potongan[i]) || (batas === ":" && sebelum !== "!" && kinerjaMungkinNama(awal));
}

// Whether the piece before a ! is the sheet of another workbook: [Lain.xlsx]Data, 'D:\kec\[Lain.xlsx]Data', Lain.xlsx.
function kinerjaLembarBukuLain(potongan, i) {
  return /^\[|^'.*[[\\/]|\.xl\w+'?$/i.test(potongan[i]) || (potongan[i - 1] ?? "").startsWith("[");
}

// Whether another workbook is read. Whether the address of the argument says so is not documented.
function kinerjaBukuLain(potongan) {
  return potongan.some((satu, i) => satu === "!" && i > 0 && kinerjaLembarBukuLain(potongan, i - 1));
}

// Questions for the names in a formula. Excel writes its own functions in capitals: a word with a small letter before a
// parenthesis is asked for too, and every word before one where the whole formula counts (`semua`).
function kinerjaSoalNama(potongan, lembar, semua) {
  return potongan.flatMap((nama, i) => {
    const [sebelum, sesudah = ""] = [potongan[i - 1], potongan[i + 1]];
    const bawaan = sesudah === "(" && !semua && nama === nama.toUpperCase();
    const kolom = [sebelum, sesudah].includes(":") && /^[A-Z]{1,3}$/i.test(nama) && kinerjaNomor(nama) <= KINERJA_KOLOM;
    if (!kinerjaMungkinNama(nama) || sesudah === "!" || sesudah.startsWith("[") || bawaan || kolom) {
      return [];
    }
    if (sebelum !== "!") {
      return [{ lembar, sifat: "nama", nama }];
    }
    const milik = (potongan[i - 2] ?? "").replace(/^'([\s\S]*)'$/, "$1").replaceAll("''", "'");
    return [{ lembar: milik, sifat: "nama", nama, berlembar: true }];
  });
}

// Whether a word may be a name from the Name Manager: no cell (ZON1 lies beyond the last column), no R or C.
function kinerjaMungkinNama(kata) {
  const [, kolom, baris] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(kata) ?? [];
  const sel = kolom && kinerjaNomor(kolom) <= KINERJA_KOLOM && Number(baris) <= KINERJA_BARIS;
  return !sel && /^[\p{L}_\\][\p{L}\d_.\\?]*$/u.test(kata) && !/^(?:TRUE|FALSE|(?:R\d*)?(?:C\d*)?)$/i.test(kata);
}
