// Stands in for Office.js: what a spreadsheet program does around a web add-in, driven by the add-in's own metadata.
// Settings stand behind # in the address, as JSON: runtime (version of CustomFunctionsRuntime), kosong (how a blank cell
// arrives: 0 as on the desktop, null as on the web), baca (whether the grid can be read and written).
(() => {
  const dariAlamat = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "{}");
  const setelan = { runtime: "1.4", kosong: 0, baca: true, ...dariAlamat };
  const kemampuan = { ExcelApi: "1.17", CustomFunctionsRuntime: setelan.runtime, SharedRuntime: "1.1" };
  const angka = (versi) => versi.split(".").map(Number);
  const cukup = ([a, b], [c, d]) => a > c || (a === c && b >= (d ?? 0));
  const siap = Promise.resolve({ host: "Excel", platform: "PC" });
  const terkait = {};
  const jenis = {};

  globalThis.Office = {
    onReady: (lalu) => (lalu ? siap.then((info) => (lalu(info), info)) : siap),
    context: {
      requirements: {
        isSetSupported: (nama, versi = "1.0") => nama in kemampuan && cukup(angka(kemampuan[nama]), angka(versi)),
      },
      diagnostics: { version: "16.0", platform: "PC" },
    },
  };

  class GalatFungsi extends Error {
    constructor(kode, pesan) {
      super(pesan);
      this.code = kode;
    }
  }
  globalThis.CustomFunctions = {
    associate: (id, fungsi) => (terkait[id.toUpperCase()] = fungsi),
    Error: GalatFungsi,
    ErrorCode: { invalidValue: "#VALUE!" },
  };

  class Konteks {
    constructor() {
      const aktif = { address: "Lembar1!B2", load() {}, formulas: null };
      this.aktif = aktif;
      this.workbook = {
        name: "Buku.xlsx",
        load() {},
        getActiveCell: () => ((this.menyentuhSel = true), aktif),
        worksheets: {
          getItem: (lembar) => ({
            getRange: (letak) => {
              this.menyentuhSel = true;
              return { load() {}, get valueTypes() { return jenis[`${lembar}!${letak}`]; } };
            },
          }),
        },
      };
      const budaya = { name: "id-ID", load() {}, datetimeFormat: { shortDatePattern: "dd/MM/yyyy", load() {} } };
      this.application = { cultureInfo: budaya };
    }
    async sync() {
      if (this.menyentuhSel && !setelan.baca) {
        throw new Error("AccessDenied");
      }
      if (this.aktif.formulas) {
        excel.sisipan.push([this.aktif.address, this.aktif.formulas[0][0]]);
      }
    }
  }
  globalThis.Excel = { RequestContext: Konteks, run: (lakukan) => lakukan(new Konteks()) };

  // An argument: {letak, nilai} for cells, anything else for a constant, undefined for one that was left out.
  async function panggil(nama, argumen) {
    excel.daftar ??= Object.fromEntries(
      (await (await fetch("/xlwings/custom-functions-meta.json")).json()).functions.map((f) => [f.name, f]),
    );
    const fungsi = excel.daftar[nama.toUpperCase()];
    if (!fungsi || !terkait[fungsi.id]) {
      return { galat: "#NAME?" };
    }
    const parameter = fungsi.parameters;
    const berulang = parameter.at(-1)?.repeating ?? false;
    const wajib = parameter.filter((p) => !p.optional && !p.repeating).length;
    if (argumen.length < wajib || (!berulang && argumen.length > parameter.length)) {
      return { ditolak: true }; // Excel does not accept such a formula
    }
    const letak = [];
    const isi = argumen.map((satu) => {
      letak.push(satu?.letak ?? "");
      if (satu === undefined || satu === null) {
        return null;
      }
      return satu.letak ? bacaSel(satu) : Array.isArray(satu) ? satu : [[satu]];
    });
    const tetap = berulang ? parameter.length - 1 : parameter.length;
    const kirim = Array.from({ length: tetap }, (_, i) => isi[i] ?? null);
    if (berulang) {
      kirim.push(isi.slice(tetap));
    }
    try {
      const hasil = await terkait[fungsi.id](...kirim, { address: "Lembar1!B2", parameterAddresses: letak });
      return { hasil };
    } catch (galat) {
      return { galat: galat.code ?? "tanpa kode", pesan: galat.message };
    }
  }

  function bacaSel({ letak, nilai }) {
    const polos = letak.replace(/^'(.*)'!/, (_, lembar) => `${lembar.replaceAll("''", "'")}!`);
    jenis[polos] = nilai.map((baris) => baris.map((sel) => (sel === null ? "Empty" : "Double")));
    return nilai.map((baris) => baris.map((sel) => (sel === null ? setelan.kosong : sel)));
  }

  const excel = (globalThis.excel = {
    setelan,
    sisipan: [],
    panggil,
    semua: async (panggilan) => {
      const hasil = [];
      for (const [nama, argumen] of panggilan) {
        hasil.push(await panggil(nama, argumen));
      }
      return hasil;
    },
  });
})();
