// Workbooks saved again by a library: node simpan.js exceljs|sheetjs|excelize FROM TO [FROM TO ...]
const fs = require("node:fs");
const path = require("node:path");

const modul = path.join(__dirname, "..", "..", "..", ".alat", "node_modules");
const pakai = (nama) => require(path.join(modul, nama));

const cara = {
  exceljs: async () => {
    const { Workbook } = pakai("exceljs");
    return async (dari, ke) => {
      const buku = new Workbook();
      await buku.xlsx.readFile(dari);
      await buku.xlsx.writeFile(ke);
    };
  },
  sheetjs: async () => {
    const { readFile, writeFile } = pakai("xlsx");
    return async (dari, ke) => writeFile(readFile(dari, { cellStyles: true, cellNF: true }), ke, { compression: true });
  },
  excelize: async () => {
    const { init } = pakai("excelize-wasm");
    const excelize = await init(path.join(modul, "excelize-wasm", "excelize.wasm.gz"));
    const periksa = (hasil) => {
      if (hasil.error) throw new Error(hasil.error);
      return hasil;
    };
    return async (dari, ke) => {
      const buku = periksa(excelize.OpenReader(fs.readFileSync(dari)));
      // A sheet that nobody touches is copied as bytes; a cell that is set to its own style makes it be written.
      for (const lembar of buku.GetSheetList().list) {
        const { style } = periksa(buku.GetCellStyle(lembar, "A1"));
        periksa(buku.SetCellStyle(lembar, "A1", "A1", style));
      }
      fs.writeFileSync(ke, Buffer.from(periksa(buku.WriteToBuffer()).buffer));
    };
  },
};

(async () => {
  const [program, ...jalur] = process.argv.slice(2);
  const simpan = await cara[program]();
  for (let n = 0; n < jalur.length; n += 2) await simpan(jalur[n], jalur[n + 1]);
})().then(
  () => process.exit(0),
  (galat) => {
    console.error(galat);
    process.exit(1);
  },
);
