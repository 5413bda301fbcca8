// One call from the grid: what Excel hands over is made what stands in the cells, then xlwings' own `base` computes it.

let kinerjaSiap;

// `berulang`: the last parameter repeats, and holds the arguments of the function that the first one names.
async function kinerjaPanggil(nama, berulang, argumen) {
  await Office.onReady();
  const panggilan = argumen[argumen.length - 1];
  const isi = argumen.slice(0, -1);
  if (berulang) {
    isi.push(isi.pop() ?? []);
  }
  const matriks = berulang ? [...isi.slice(0, -1), ...isi[isi.length - 1]] : isi;
  const batas = berulang ? [null, ...kinerjaBatas(matriks[0]?.[0]?.[0])] : kinerjaBatas(nama);
  await kinerjaLuruskan(nama, kinerjaDaftar(matriks, batas, panggilan), panggilan).catch(showError);
  // Of a thousand first calls one asks for what xlwings keeps: names and formats of the workbook.
  kinerjaSiap ??= Promise.all([getWorkbookName(), xlwings.getCultureInfoName(), xlwings.getDateFormat()]);
  await kinerjaSiap.catch(() => (kinerjaSiap = undefined));
  return base({ funcName: nama, isStreaming: false, isCached: false, callerScoped: false }, ...isi, panggilan);
}

// For each parameter the largest number that it takes if it counts per cent (Infinity: any), else null.
function kinerjaBatas(nama) {
  return KINERJA_PERSEN[String(nama).trim().toUpperCase()] ?? [];
}

// Arguments that are arrays, with where they stand; `tempat` is undefined for constants, for other workbooks, and where
// the address has another size than the values (Excel may have cut them, nobody says where).
function kinerjaDaftar(matriks, batas, panggilan) {
  const alamat = (panggilan.parameterAddresses ?? []).flat();
  return matriks.flatMap((nilai, i) => {
    const letak = alamat[i];
    const tempat = letak ? kinerjaAlamat(letak) : undefined;
    if (!Array.isArray(nilai)) {
      return [];
    }
    const cocok = tempat && kinerjaSeukuran(tempat, nilai);
    return [{ nilai, letak, tempat: cocok ? tempat : undefined, batas: batas[i] ?? null }];
  });
}

function kinerjaSeukuran({ b1, k1, b2, k2 }, nilai) {
  const sama = (panjang, dari, sampai, maks) =>
    panjang === sampai - dari + 1 || (sampai === maks && panjang > 1 && panjang < sampai - dari + 1);
  return sama(nilai.length, b1, b2, KINERJA_BARIS) && sama(nilai[0].length, k1, k2, KINERJA_KOLOM);
}

async function kinerjaLuruskan(nama, daftar, panggilan) {
  const sel = daftar.filter((satu) => satu.letak);
  if (sel.some((satu) => kinerjaBanyakBlok(satu.letak))) {
    throw new CustomFunctions.Error("#VALUE!", KINERJA_SATU_BLOK);
  }
  const rumus = sel.length ? kinerjaSoalRumus(panggilan) : [];
  const terpakai = sel.flatMap(kinerjaSoalTerpakai);
  // Whole columns are cut before their cells are asked about; all else goes in one question.
  await kinerjaTanya([...rumus, ...(terpakai.length ? terpakai : sel.flatMap(kinerjaSoalSel))]);
  const terbaca = rumus.filter((satu) => satu.jawab).map((satu) => kinerjaTelusuri(satu, nama));
  if ((await Promise.all(terbaca)).flat().some(kinerjaBukuLain)) {
    sel.forEach((satu) => (satu.tempat = satu.terpakai = satu.jenis = satu.format = undefined));
  }
  sel.forEach(kinerjaTolakUtuh);
  if (terpakai.length) {
    kinerjaPotong(daftar);
    await kinerjaTanya(sel.flatMap(kinerjaSoalSel));
  }
  daftar.forEach(kinerjaIsi);
}

// Where the sheet of a whole column or row ends.
function kinerjaSoalTerpakai(satu) {
  const { lembar, b2, k2 } = satu.tempat ?? {};
  if (b2 === KINERJA_BARIS || k2 === KINERJA_KOLOM) {
    satu.terpakai = { lembar, sifat: "terpakai" };
  }
  return satu.terpakai ? [satu.terpakai] : [];
}

// Excel hands over the first area of a union and says so nowhere (OfficeDev/office-js 4020): the formula tells.
function kinerjaSoalRumus(panggilan) {
  const tempat = panggilan.address && !panggilan.isInValuePreview ? kinerjaAlamat(panggilan.address) : undefined;
  return tempat ? [{ ...tempat, b2: tempat.b1, k2: tempat.k1, sifat: "formulas" }] : [];
}

// Refuses unions in what a formula says of a call, in the names there, and in those that they lead to; gives all of it.
async function kinerjaTelusuri({ jawab, lembar }, nama) {
  const { bagian, semua } = kinerjaBagianRumus(String(jawab[0][0]), nama);
  const terbaca = [...bagian];
  const dikenal = new Set();
  let baru = bagian.map((potongan) => ({ potongan, lembar }));
  kinerjaTolakGabungan(bagian, true);
  while (baru.length) {
    // Each name is asked for once, which also ends names that name each other.
    const soal = baru.flatMap((satu) => kinerjaSoalNama(satu.potongan, satu.lembar, semua)).filter((satu) => {
      const kunci = `${satu.lembar}!${satu.nama}`.toUpperCase();
      return !dikenal.has(kunci) && dikenal.add(kunci);
    });
    await kinerjaTanya(soal);
    soal.forEach(kinerjaTolakNama);
    const terjawab = soal.filter((satu) => satu.jawab);
    baru = terjawab.map((satu) => ({ potongan: kinerjaPotongan(String(satu.jawab)), lembar: satu.lembar }));
    kinerjaTolakGabungan(baru.map(({ potongan }) => potongan), false);
    terbaca.push(...baru.map(({ potongan }) => potongan));
  }
  return terbaca;
}

function kinerjaTolakGabungan(bagian, argumen) {
  if (bagian.some((potongan) => kinerjaGabungan(potongan, argumen))) {
    throw new CustomFunctions.Error("#VALUE!", KINERJA_SATU_BLOK);
  }
}

// Buku.xlsx!daerah: such a name cannot be followed.
function kinerjaTolakNama({ lembar, nama, berlembar, jawab }) {
  if (berlembar && jawab === undefined) {
    const pesan = `Nama ${nama} di ${lembar} tidak dapat dibaca. Tulis alamat selnya, misalnya A2:A100.`;
    throw new CustomFunctions.Error("#VALUE!", pesan);
  }
}

// A whole column of another workbook: where it ends cannot be known.
function kinerjaTolakUtuh({ nilai, letak, tempat, terpakai }) {
  const panjang = nilai.length >= KINERJA_BARIS || nilai[0].length >= KINERJA_KOLOM;
  if (terpakai ? terpakai.jawab === undefined : panjang && !tempat) {
    const pesan = `Kolom atau baris utuh tidak dapat dibaca di ${letak}. Tulis alamat yang berakhir, misalnya A2:A100.`;
    throw new CustomFunctions.Error("#VALUE!", pesan);
  }
}

// What must be known of the cells: which zeros are blank, and which numbers look like per cent or a date.
function kinerjaSoalSel(satu) {
  satu.jenis = satu.format = undefined;
  if (satu.tempat && satu.nilai.some((baris) => baris.includes(0))) {
    satu.jenis = kinerjaSoal(satu, "valueTypes");
  }
  const berangka = () => satu.nilai.some((baris) => baris.some((isi) => kinerjaAngka(isi) !== null));
  if (satu.tempat && satu.batas !== null && berangka()) {
    satu.format = kinerjaSoal(satu, "numberFormat");
  }
  return [satu.jenis, satu.format].filter(Boolean);
}

function kinerjaSoal({ tempat, nilai }, sifat) {
  return { ...tempat, b2: tempat.b1 + nilai.length - 1, k2: tempat.k1 + nilai[0].length - 1, sifat };
}

function kinerjaAngka(sel) {
  const angka = sel?.basicValue ?? sel;
  return typeof angka === "number" ? angka : null;
}

// Excel on the desktop hands a blank cell over as 0, Excel on the web as null (OfficeDev/office-js 1951, 4702, 5262).
// Blank cells become "" in place, numbers that look like per cent the text that they look like, dates are marked as such;
// an argument that was not written stays null.
function kinerjaIsi({ nilai, letak, batas, jenis, format }) {
  const tolak = (sebab) => {
    throw new CustomFunctions.Error("#VALUE!", `${sebab} di ${letak}. Salin datanya ke buku kerja ini.`);
  };
  nilai.forEach((baris, i) =>
    baris.forEach((sel, j) => {
      const angka = kinerjaAngka(sel);
      if (sel === null || (sel === 0 && jenis?.jawab?.[i][j] === "Empty")) {
        baris[j] = "";
      } else if (sel === 0 && letak && !jenis?.jawab) {
        tolak("Sel kosong dan nol tidak dapat dibedakan");
      } else if (angka !== null && batas !== null) {
        const rupa = kinerjaRupa(format?.jawab ? format.jawab[i][j] : sel.numberFormat, angka);
        if (rupa === "persen") {
          baris[j] = kinerjaTeksPersen(angka);
        } else if (rupa === "tanggal") {
          baris[j] = { type: "Tanggal", basicValue: angka };
        } else if (letak && angka && !format?.jawab && Math.abs(angka) * 100 <= batas) {
          tolak(`${String(angka).replace(".", ",")} dan ${kinerjaTeksPersen(angka)} tidak dapat dibedakan`);
        }
      }
    }),
  );
}

// Whole columns and rows end where their sheet does, all of them together and never before a bounded range beside them.
// The used range and not the last filled cell of the column, as in the other spreadsheet programs.
function kinerjaPotong(daftar) {
  const ukuran = daftar.map((satu) => {
    return satu.terpakai ? kinerjaSampaiTerpakai(satu) : [satu.nilai.length, satu.nilai[0].length];
  });
  const tinggi = Math.max(1, ...ukuran.map(([baris]) => baris));
  const lebar = Math.max(1, ...ukuran.map(([, kolom]) => kolom));
  for (const { nilai, terpakai } of daftar.filter((satu) => satu.terpakai)) {
    nilai.length = Math.min(nilai.length, tinggi);
    nilai.forEach((baris) => (baris.length = Math.min(baris.length, lebar)));
  }
}

// Where the sheet ends, for what has no end of its own.
function kinerjaSampaiTerpakai({ nilai, tempat, terpakai }) {
  const akhir = terpakai.jawab ?? { b2: 0, k2: 0 };
  return [
    tempat.b2 === KINERJA_BARIS ? Math.min(nilai.length, akhir.b2 - tempat.b1 + 1) : nilai.length,
    tempat.k2 === KINERJA_KOLOM ? Math.min(nilai[0].length, akhir.k2 - tempat.k1 + 1) : nilai[0].length,
  ];
}
