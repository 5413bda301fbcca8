// Added after xlwings' own custom-functions-code.js: right error codes, and blank cells told from zeros.

const POLA_GALAT = /^(?:Error: )?(#(?:N\/A|VALUE!|NUM!|DIV\/0!|NULL!|REF!|NAME\?))\|([\s\S]*)$/;

// Replaces xlwings' function of the same name, which makes every error a #VALUE!.
function showError(galat) {
  if (galat instanceof CustomFunctions.Error) {
    throw galat;
  }
  const cocok = POLA_GALAT.exec(String(galat));
  if (cocok) {
    throw new CustomFunctions.Error(cocok[1], cocok[2]);
  }
  const sebab = String(galat).replace(/^Error: /, "");
  throw new CustomFunctions.Error(
    "#VALUE!",
    `Fungsi tidak dapat dihitung sekarang (${sebab}). Hitung ulang dengan Ctrl+Alt+F9; bila berulang, hubungi pengelola add-in.`,
  );
}

// One call from the grid. `berulang`: the last parameter repeats.
async function kinerjaPanggil(nama, berulang, argumen) {
  const panggilan = argumen[argumen.length - 1];
  const isi = argumen.slice(0, -1);
  if (berulang) {
    isi.push(isi.pop() ?? []);
  }
  const matriks = berulang ? [...isi.slice(0, -1), ...isi[isi.length - 1]] : isi;
  await kinerjaKosong(matriks, (panggilan.parameterAddresses ?? []).flat());
  return base({ funcName: nama, isStreaming: false, isCached: false, callerScoped: false }, ...isi, panggilan);
}

// Excel on the desktop hands a blank cell over as 0, Excel on the web as null (OfficeDev/office-js 1951, 4702, 5262).
// Where an argument that came from cells holds a 0, the grid is asked. Blank cells become "" in place; an argument that
// was not written stays null.
async function kinerjaKosong(matriks, alamat) {
  const perluDitanya = [];
  matriks.forEach((nilai, i) => {
    if (!Array.isArray(nilai)) {
      return;
    }
    if (alamat[i] && nilai.some((baris) => baris.includes(0))) {
      perluDitanya.push([nilai, alamat[i]]);
    }
    nilai.forEach((baris) => baris.forEach((sel, j) => sel === null && (baris[j] = "")));
  });
  if (!perluDitanya.length) {
    return;
  }
  try {
    await Excel.run(async (konteks) => {
      const rentang = perluDitanya.map(([, letak]) => kinerjaRentang(konteks, letak));
      rentang.forEach((satu) => satu.load("valueTypes"));
      await konteks.sync();
      perluDitanya.forEach(([nilai], n) =>
        nilai.forEach((baris, i) =>
          baris.forEach((sel, j) => sel === 0 && rentang[n].valueTypes[i][j] === "Empty" && (baris[j] = "")),
        ),
      );
    });
  } catch (galat) {
    console.error(galat);
    throw new CustomFunctions.Error(
      "#VALUE!",
      `Sel kosong dan nol tidak dapat dibedakan di ${perluDitanya.map(([, letak]) => letak).join(", ")}. Salin datanya ke buku kerja ini.`,
    );
  }
}

function kinerjaRentang(konteks, letak) {
  const batas = letak.lastIndexOf("!");
  const lembar = letak.slice(0, batas).replace(/^'|'$/g, "").replaceAll("''", "'");
  return konteks.workbook.worksheets.getItem(lembar).getRange(letak.slice(batas + 1));
}

