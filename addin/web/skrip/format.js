// How a cell looks: one that shows 66,5% holds 0.665, and counts as it looks where scores and per cent are meant.

// The day after 31-12-9999, the last that Excel shows. The only bound: Python makes a day of all that is marked here.
const KINERJA_HARI = 2958466;

// How a number looks in that format: "persen" where a % is shown, "tanggal" where a day or a time is, else "". What is
// quoted, in brackets, or behind \, _ or * shows neither; the section of the number decides.
function kinerjaRupa(format, angka) {
  if (typeof format !== "string" || format === "General") {
    return "";
  }
  const bagian = format.replace(/"[^"]*"?|[\\_*][\s\S]?/g, "").split(";");
  const rupa = kinerjaBagian(bagian, angka).replace(/\[(?![hms]+\])[^\]]*\]/gi, "");
  const hari = angka >= 0 && angka < KINERJA_HARI && /[dmyhs]/i.test(rupa);
  return rupa.includes("%") ? "persen" : hari ? "tanggal" : "";
}

// The section of a format that a number is shown by: the first whose condition holds, else by sign.
function kinerjaBagian(bagian, angka) {
  const syarat = bagian.map((satu) => /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(satu));
  if (syarat.some(Boolean)) {
    const cocok = syarat.findIndex((satu) => satu && kinerjaMemenuhi(angka, satu[1], Number(satu[2])));
    const sisa = syarat.findLastIndex((satu) => !satu);
    return bagian[cocok >= 0 ? cocok : sisa] ?? "";
  }
  if (angka < 0 && bagian.length > 1) {
    return bagian[1];
  }
  return angka === 0 && bagian.length > 2 ? bagian[2] : bagian[0];
}

function kinerjaMemenuhi(angka, tanda, batas) {
  const sama = angka === batas;
  return { "<": angka < batas, ">": angka > batas, "<=": angka <= batas, ">=": angka >= batas, "=": sama, "<>": !sama }[tanda];
}

// 0.665 as "66,5%": the fifteen digits that Excel keeps, with the comma two places to the right; no arithmetic.
function kinerjaTeksPersen(angka) {
  if (angka === 0) {
    return "0%";
  }
  const [digit, pangkat] = Math.abs(angka).toExponential(14).replace(".", "").split("e");
  const koma = Number(pangkat) + 3;
  const utuh = koma > 0 ? digit.slice(0, koma).padEnd(koma, "0") : "0";
  const pecahan = (koma > 0 ? digit.slice(koma) : "0".repeat(-koma) + digit).replace(/0+$/, "");
  return `${angka < 0 ? "-" : ""}${utuh}${pecahan && `,${pecahan}`}%`;
}
