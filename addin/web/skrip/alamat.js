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

// What stands between the parentheses of each call of a function in a formula, argument by argument; texts emptied.
function kinerjaArgumenRumus(rumus, nama) {
  const polos = kinerjaPolos(rumus);
  const panggilan = polos.matchAll(new RegExp(String.raw`(?:^|[^\p{L}\d])${nama}\(`, "giu"));
  return [...panggilan].flatMap((cocok) => kinerjaPisah(polos.slice(cocok.index + cocok[0].length)));
}

// A formula without texts, quoted names of sheets and what stands in brackets: none of their commas counts.
function kinerjaPolos(rumus) {
  const tanpaTeks = rumus.replace(/"(?:[^"]|"")*"/g, '""');
  const polos = tanpaTeks.replace(/'(?:[^']|'')*'/g, (nama) => (nama.includes("[") ? "[]x" : "x"));
  return polos.replace(/\[(?:[^[\]]|\[[^[\]]*\])*\]/g, "[]");
}

// Parts between the commas outside of parentheses and braces, up to the parenthesis that closes the whole.
function kinerjaPisah(teks) {
  const bagian = [""];
  let dalam = 0;
  for (const huruf of teks) {
    dalam += "({".includes(huruf) ? 1 : ")}".includes(huruf) ? -1 : 0;
    if (dalam < 0) {
      break;
    }
    if (huruf === "," && dalam === 0) {
      bagian.push("");
    } else {
      bagian[bagian.length - 1] += huruf;
    }
  }
  return bagian.map((satu) => satu.trim());
}

// Whether an argument is a union, (A1:A3,C1:C3), or areas in a chain, A1:B2:C3.
function kinerjaGabungan(argumen) {
  if (argumen.startsWith("(")) {
    const bagian = kinerjaPisah(argumen.slice(1));
    return bagian.length > 1 || kinerjaGabungan(bagian[0]);
  }
  return /^[^(){}"]*:[^(){}"]*:[^(){}"]*$/.test(argumen);
}

// Whether an argument reads another workbook: [Lain.xlsx]Data!A1. Whether its address says so is not documented.
function kinerjaBukuLain(argumen) {
  return /\[\][^(),]*!/.test(argumen);
}

// Whether an argument may be a name from the Name Manager.
function kinerjaMungkinNama(argumen) {
  return /^[\p{L}_\\][\p{L}\d_.\\?]*$/u.test(argumen) && !/^(?:TRUE|FALSE|[A-Z]{1,3}\d{1,7})$/i.test(argumen);
}
