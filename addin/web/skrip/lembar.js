// Questions about the grid. Those of many calls at once go to Excel together: a column of two thousand formulas asks once.

const KINERJA_SEL_SERENTANG = 20000;
const KINERJA_SEL_SEKALI = 100000; // Excel on the web answers with 5 MB at most

let kinerjaAntrean = [];
let kinerjaMelayani = false;

// Answers stand in `jawab` of each question afterwards, undefined where the grid could not be read. A question:
// { lembar, b1, k1, b2, k2, sifat } for a property of cells, { lembar, sifat: "terpakai" } for the used range,
// { lembar, sifat: "nama", nama } for what a name refers to.
async function kinerjaTanya(soal) {
  if (!soal.length) {
    return;
  }
  await new Promise((selesai, gagal) => {
    kinerjaAntrean.push({ soal, selesai, gagal });
    if (!kinerjaMelayani) {
      kinerjaMelayani = true;
      setTimeout(kinerjaLayani);
    }
  });
}

async function kinerjaLayani() {
  while (kinerjaAntrean.length) {
    const giliran = kinerjaAntrean;
    kinerjaAntrean = [];
    try {
      await kinerjaJawab(giliran.flatMap((satu) => satu.soal));
      giliran.forEach((satu) => satu.selesai());
    } catch (galat) {
      giliran.forEach((satu) => satu.gagal(galat));
    }
  }
  kinerjaMelayani = false;
}

async function kinerjaJawab(semua) {
  const kelompok = new Map();
  for (const soal of semua) {
    const kunci = JSON.stringify([soal.lembar, soal.sifat, soal.nama, soal.k1, soal.k2]);
    if (!kelompok.has(kunci)) {
      kelompok.set(kunci, []);
    }
    kelompok.get(kunci).push(soal);
  }
  const blok = [...kelompok.values()].map(kinerjaBlok);
  await kinerjaMuat(blok.flat());
  [...kelompok.values()].forEach((soal, n) => soal.forEach((satu) => (satu.jawab = kinerjaAmbil(satu, blok[n]))));
}

// The blocks to read for questions about the same columns: neighbours become one, none is larger than Excel gives at once.
function kinerjaBlok(soal) {
  const [{ b1, ...satu }] = soal;
  if (b1 === undefined) {
    return [{ ...satu, sel: 1 }];
  }
  const lebar = satu.k2 - satu.k1 + 1;
  const tinggi = Math.max(1, Math.floor(KINERJA_SEL_SERENTANG / lebar));
  const blok = [];
  let akhir = 0;
  for (const { b1: dari, b2: sampai } of [...soal].sort((x, y) => x.b1 - y.b1)) {
    for (let baris = Math.max(dari, akhir + 1); baris <= sampai; baris = akhir + 1) {
      const lama = blok.at(-1);
      if (lama && lama.b2 === baris - 1 && lama.b2 - lama.b1 + 1 < tinggi) {
        lama.b2 = Math.min(sampai, lama.b1 + tinggi - 1);
      } else {
        blok.push({ ...satu, b1: baris, b2: Math.min(sampai, baris + tinggi - 1) });
      }
      akhir = blok.at(-1).b2;
    }
  }
  blok.forEach((rentang) => (rentang.sel = lebar * (rentang.b2 - rentang.b1 + 1)));
  return blok;
}

function kinerjaAmbil(soal, blok) {
  if (soal.b1 === undefined) {
    return blok[0].jawab;
  }
  const kena = blok.filter((satu) => satu.b2 >= soal.b1 && satu.b1 <= soal.b2);
  if (kena.some((satu) => !satu.jawab)) {
    return undefined;
  }
  return kena.flatMap((satu) => satu.jawab.slice(Math.max(0, soal.b1 - satu.b1), soal.b2 - satu.b1 + 1));
}

// One block that cannot be read fails the whole request; halves of it find that one.
async function kinerjaMuat(blok) {
  try {
    await Excel.run(async (konteks) => {
      for (const bagian of kinerjaBagi(blok)) {
        const baca = bagian.map((satu) => kinerjaMinta(konteks, satu));
        await konteks.sync();
        bagian.forEach((satu, n) => (satu.jawab = baca[n]()));
      }
    });
  } catch (galat) {
    const sisa = blok.filter((satu) => satu.jawab === undefined);
    if (sisa.length <= 1) {
      console.error(galat);
      return;
    }
    await kinerjaMuat(sisa.slice(0, sisa.length / 2));
    await kinerjaMuat(sisa.slice(sisa.length / 2));
  }
}

// Blocks as they go into one sync each.
function kinerjaBagi(blok) {
  const bagian = [];
  let sel = Infinity;
  for (const satu of blok) {
    if (sel + satu.sel > KINERJA_SEL_SEKALI) {
      bagian.push([]);
      sel = 0;
    }
    bagian.at(-1).push(satu);
    sel += satu.sel;
  }
  return bagian;
}

// Puts a question to Excel; gives what reads the answer after the next sync.
function kinerjaMinta(konteks, soal) {
  const lembar = konteks.workbook.worksheets.getItem(soal.lembar);
  if (soal.sifat === "terpakai") {
    const terpakai = lembar.getUsedRangeOrNullObject(true);
    terpakai.load("address");
    return () => (terpakai.isNullObject ? null : kinerjaAlamat(terpakai.address));
  }
  if (soal.sifat === "nama") {
    const nama = [lembar.names, konteks.workbook.names].map((daftar) => daftar.getItemOrNullObject(soal.nama));
    nama.forEach((satu) => satu.load("formula"));
    return () => nama.find((satu) => !satu.isNullObject)?.formula ?? null;
  }
  const letak = `${kinerjaHuruf(soal.k1)}${soal.b1}:${kinerjaHuruf(soal.k2)}${soal.b2}`;
  const rentang = lembar.getRange(letak);
  rentang.load(soal.sifat);
  return () => rentang[soal.sifat];
}
