// What is typed in the pane, as part of a formula for Range.formulas, which takes English notation whatever the
// language of Excel: "0,5" stays a text, 66,5 becomes 66.5, =ROUND(A1*1,5;2) becomes ROUND(A1*1.5,2). What can be read
// in two ways is refused with a sentence.

const SEL = String.raw`\$?[a-z]{1,3}\$?\d{1,7}`;
const KOLOM = String.raw`\$?[a-z]{1,3}`;
const BARIS = String.raw`\$?\d{1,7}`;
const LEMBAR = String.raw`(?:'(?:[^']|'')+'|(?:\[[^\[\]]+\])?[\p{L}\d_.]+)!`;
const SIKU = String.raw`\[(?:[^\[\]]|\[[^\[\]]*\])*\]`;
const TABEL = String.raw`[\p{L}_][\p{L}\d_.]*${SIKU}`;
// Whole rows only with the name of a sheet: 1:30 is a ratio.
export const BLOK = new RegExp(`^(?:(${LEMBAR})?(${SEL}(?::${SEL})?|${KOLOM}:${KOLOM})|(${LEMBAR})(${BARIS}:${BARIS}))$`, "iu");
const RUJUKAN = new RegExp(`${BLOK.source}|^(?:(?:${LEMBAR})?${SEL}#|${TABEL})$`, "iu");

/** An argument that cannot be written; the message is for the user. */
export class Tolakan extends Error {}

// Texts, names of sheets and of columns are never changed; a name may hold digits and dots.
const KATA = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|${SIKU}|[\p{L}_\\$][\p{L}\d_.$]*`;
const ANGKA = String.raw`\d+(?:[.,]\d+)*`;
const BAGIAN = new RegExp(`${KATA}|${ANGKA}|\\s+|.`, "gsu");
const CONTOH = "Tulis desimal dengan koma dan pemisah argumen dengan titik koma, misalnya =ROUND(A1*1,5;2).";

/** Pieces of an expression, each with whether it stands inside a pair of brackets, and inside those of a function. */
function urai(teks) {
  const kurung = [];
  let lalu = "";
  const hasil = (teks.match(BAGIAN) ?? []).map((isi) => {
    if (isi === ")" && kurung.pop() === undefined) {
      throw new Tolakan(`Kurung pada ${teks} tidak berpasangan.`);
    }
    const satu = { isi, dalam: kurung.length > 0, fungsi: kurung.includes(true) };
    if (isi === "(") {
      kurung.push(/[\p{L}\d_.)]$/u.test(lalu));
    }
    lalu = isi.trim() || lalu;
    return satu;
  });
  if (hasil.some(({ isi }) => /^["'[\]]$/.test(isi))) {
    throw new Tolakan(`Tanda petik atau kurung siku pada ${teks} belum ditutup.`);
  }
  if (kurung.length > 0) {
    throw new Tolakan(`Kurung pada ${teks} belum ditutup.`);
  }
  if (hasil.some(({ isi }) => /^[{}]$/.test(isi))) {
    throw new Tolakan("Larik dalam kurung kurawal tidak dapat disisipkan dari panel. Tulis nilainya di sel.");
  }
  return hasil;
}

/** The expression behind = in English notation. */
function terjemahkan(teks) {
  const bagian = urai(teks);
  const angka = bagian.filter(({ isi }) => /^\d+[.,]/.test(isi));
  const adaTitikKoma = bagian.some(({ isi }) => isi === ";");
  const adaKoma = bagian.some(({ isi }) => isi === ",");
  const desimal = angka.filter(({ isi }) => isi.includes(","));
  const ragu =
    angka.some(({ isi }) => /[.,].*[.,]|^[1-9]\d{0,2}\.\d{3}$/.test(isi)) || // 5,10,20 or 1.500
    (adaKoma && (adaTitikKoma || desimal.length > 0)) ||
    (!adaTitikKoma && desimal.some(({ fungsi }) => fungsi)) || // ROUND(66,5): of one number or of two
    ((adaTitikKoma || desimal.length > 0) && angka.some(({ isi }) => isi.includes(".")));
  if (ragu) {
    throw new Tolakan(`Titik atau koma pada =${teks} dapat berarti lebih dari satu. ${CONTOH}`);
  }
  if (bagian.some(({ isi, dalam }) => !dalam && /^[;,]$/.test(isi))) {
    throw new Tolakan(`=${teks} lebih dari satu argumen. Isi satu argumen di setiap ruas.`);
  }
  return bagian.map(({ isi }) => keInggris(isi)).join("");
}

function keInggris(isi) {
  if (isi.startsWith("[")) {
    return isi.replaceAll(/\]\s*;\s*\[/g, "],["); // Tabel1[[#All];[x]]
  }
  return isi === ";" ? "," : /^\d/.test(isi) ? isi.replace(",", ".") : isi;
}

/** What stands in a field for one argument, as it is written in the formula. */
export function tulisArgumen(teks) {
  if (teks.startsWith("=")) {
    const isi = teks.slice(1).trim();
    if (!isi) {
      throw new Tolakan("Sesudah tanda sama dengan belum ada isinya.");
    }
    return terjemahkan(isi);
  }
  if (RUJUKAN.test(teks)) {
    return urai(teks).map(({ isi }) => keInggris(isi)).join("");
  }
  if (teks === "" || /^"(?:[^"]|"")*"$/.test(teks)) {
    return teks;
  }
  if (teks.startsWith('"')) {
    throw new Tolakan(`Tanda petik pada ${teks} tidak berpasangan. Tulis teks seperti "66,5"; petik di dalamnya dua kali.`);
  }
  return /^-?\d+(,\d+)?$/.test(teks) ? teks.replace(",", ".") : `"${teks.replaceAll('"', '""')}"`;
}

/** The arguments in a field for several, which semicolons outside texts and brackets part. */
export function pisahArgumen(teks) {
  const hasil = [""];
  for (const { isi, dalam } of urai(teks)) {
    if (isi === ";" && !dalam) {
      hasil.push("");
    } else {
      hasil[hasil.length - 1] += isi;
    }
  }
  return hasil.map((satu) => satu.trim());
}

/** An address of the sheet in which the formula will stand needs no sheet; others keep theirs. */
export function lepasLembar(teks, lembar) {
  const sisa = teks.startsWith(`${lembar}!`) ? teks.slice(lembar.length + 1) : teks;
  return RUJUKAN.test(sisa) ? sisa : teks;
}
