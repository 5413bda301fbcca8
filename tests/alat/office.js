// Stands in for Office.js: what a spreadsheet program does around a web add-in, driven by the add-in's own metadata.
// Settings stand behind # in the address, as JSON: runtime (version of CustomFunctionsRuntime), kosong (how a blank cell
// arrives: 0 as on the desktop, null as on the web), baca (whether the grid can be read and written), jeda (milliseconds
// of one sync), aktif (address of the active cell), pilihan (addresses of what is selected), nama (of ranges, to formula;
// those of one sheet as Data!daerah), rusak (names of sheets that have gone), rumus (what stands in the calling cell, if it
// is more than the call).
(() => {
  const dariAlamat = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "{}");
  const bawaan = { runtime: "1.4", kosong: 0, baca: true, jeda: 0, aktif: "Lembar1!B2", pilihan: ["Lembar1!B2"], nama: {}, rusak: [], rumus: "" };
  const setelan = { ...bawaan, ...dariAlamat };
  const kemampuan = { ExcelApi: "1.17", CustomFunctionsRuntime: setelan.runtime, SharedRuntime: "1.1" };
  const angka = (versi) => versi.split(".").map(Number);
  const cukup = ([a, b], [c, d]) => a > c || (a === c && b >= (d ?? 0));
  const siap = Promise.resolve({ host: "Excel", platform: "PC" });
  const terkait = {};
  const lembar = new Map([["Lembar1", new Map()]]); // name of a sheet -> "row,column" -> { nilai, format, rumus }
  const JUMLAH_BARIS = 1048576;
  const JUMLAH_KOLOM = 16384;
  const MAKS_BITA = 5e6; // of one answer

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

  // Addresses, by rules of their own: "'Data ''24'!B2:C9", "A:A", "1:1".
  const nomor = (huruf) => [...huruf.toUpperCase()].reduce((n, h) => n * 26 + h.codePointAt(0) - 64, 0);
  const huruf = (n) => (n > 26 ? huruf(Math.trunc((n - 1) / 26)) : "") + String.fromCodePoint(((n - 1) % 26) + 65);
  function baca(letak) {
    const batas = letak.lastIndexOf("!");
    const nama = letak.slice(0, Math.max(batas, 0)).replace(/^'(.*)'$/, (_, isi) => isi.replaceAll("''", "'"));
    const ujung = letak.slice(batas + 1).replaceAll("$", "").split(":");
    const [[, k1, b1], [, k2, b2]] = [ujung[0], ujung.at(-1)].map((x) => /^([A-Za-z]*)(\d*)$/.exec(x));
    return {
      nama,
      b1: Number(b1 || 1), k1: k1 ? nomor(k1) : 1,
      b2: Number(b2 || JUMLAH_BARIS), k2: k2 ? nomor(k2) : JUMLAH_KOLOM,
    };
  }
  const tulis = (nama, b1, k1, b2, k2) => `${nama}!${huruf(k1)}${b1}:${huruf(k2)}${b2}`;
  const petak = ({ b1, k1, b2, k2 }, buat) =>
    Array.from({ length: b2 - b1 + 1 }, (_, i) => Array.from({ length: k2 - k1 + 1 }, (_, j) => buat(b1 + i, k1 + j)));

  const JENIS = { number: "Double", string: "String", boolean: "Boolean", object: "Error" };
  const SIFAT = {
    valueTypes: (sel) => (sel?.rumus || (sel?.nilai ?? null) !== null ? JENIS[typeof (sel.nilai ?? "")] : "Empty"),
    numberFormat: (sel) => sel?.format ?? "General",
    formulas: (sel) => sel?.rumus ?? sel?.nilai ?? "",
  };

  // What has been asked for with load() can be read after the next sync(), and nothing else.
  class Objek {
    constructor(konteks, ambil) {
      konteks.objek.add(this);
      this.konteks = konteks;
      this.ambil = ambil;
      this.diminta = [];
    }
    load(nama) {
      this.konteks.objek.add(this);
      this.diminta.push(...[nama].flat().flatMap((satu) => satu.split(/,\s*/)));
    }
    jawab() {
      const isi = this.ambil();
      Object.defineProperty(this, "isNullObject", { value: !isi, configurable: true });
      const jawaban = Object.fromEntries(this.diminta.map((nama) => [nama, isi?.[nama]]));
      for (const [nama, nilai] of Object.entries(jawaban)) {
        Object.defineProperty(this, nama, { value: nilai, configurable: true });
      }
      return JSON.stringify(jawaban).length;
    }
  }
  for (const nama of [...Object.keys(SIFAT), "address", "areaCount", "formula", "name", "shortDatePattern"]) {
    Object.defineProperty(Objek.prototype, nama, {
      get() {
        throw new Error(`PropertyNotLoaded: ${nama}`);
      },
      set(baru) {
        this.konteks.objek.add(this);
        this.ditulis = baru;
      },
    });
  }

  function cariLembar(nama) {
    if (nama === baca(setelan.aktif).nama && !lembar.has(nama)) {
      lembar.set(nama, new Map());
    }
    if (!lembar.has(nama) || setelan.rusak.includes(nama)) {
      throw new Error(`ItemNotFound: ${nama}`);
    }
    return lembar.get(nama);
  }

  class Rentang extends Objek {
    constructor(konteks, letak, lembarIni) {
      super(konteks, () => this.isi());
      Object.assign(this, { letak, lembarIni });
      konteks.menyentuhSel = true;
    }
    isi() {
      const tempat = baca(this.letak);
      const sel = cariLembar(this.lembarIni ?? tempat.nama);
      if (this.ditulis) {
        excel.sisipan.push([this.letak, this.ditulis[0][0]]);
        this.ditulis = undefined;
      }
      const takBerbatas = tempat.b2 - tempat.b1 + 1 === JUMLAH_BARIS || tempat.k2 - tempat.k1 + 1 === JUMLAH_KOLOM;
      const hasil = { address: this.letak };
      for (const nama of this.diminta.filter((satu) => satu in SIFAT)) {
        hasil[nama] = takBerbatas ? null : petak(tempat, (b, k) => SIFAT[nama](sel.get(`${b},${k}`)));
      }
      return hasil;
    }
    getIntersectionOrNullObject(lain) {
      const [a, b] = [baca(this.letak), baca(lain.letak)];
      const kena = a.b1 <= b.b2 && b.b1 <= a.b2 && a.k1 <= b.k2 && b.k1 <= a.k2;
      return new Objek(this.konteks, () => (kena ? { address: lain.letak } : null));
    }
  }

  function terpakai(nama, hanyaNilai) {
    const isi = [...cariLembar(nama)].filter(([, sel]) => !hanyaNilai || sel.rumus || (sel.nilai ?? null) !== null);
    const [baris, kolom] = [0, 1].map((i) => isi.map(([kunci]) => Number(kunci.split(",")[i])));
    const tepi = (pilih, daftar) => daftar.reduce((a, b) => pilih(a, b), daftar[0]);
    return isi.length
      ? { address: tulis(nama, tepi(Math.min, baris), tepi(Math.min, kolom), tepi(Math.max, baris), tepi(Math.max, kolom)) }
      : null;
  }

  class Konteks {
    constructor() {
      this.objek = new Set();
      const bernamaDi = (nama) => (setelan.nama[nama] ? { formula: setelan.nama[nama] } : null);
      const bernama = (ambil) => ({ getItemOrNullObject: (nama) => new Objek(this, () => ambil(nama)) });
      const buatLembar = (nama) => ({
        getRange: (letak) => new Rentang(this, letak, nama),
        getUsedRangeOrNullObject: (hanyaNilai) => new Objek(this, () => terpakai(nama, hanyaNilai)),
        names: bernama((satu) => (cariLembar(nama), bernamaDi(`${nama}!${satu}`))),
      });
      this.workbook = Object.assign(new Objek(this, () => ({ name: "Buku.xlsx" })), {
        getActiveCell: () => new Rentang(this, setelan.aktif),
        getSelectedRanges: () => {
          this.menyentuhSel = true;
          return new Objek(this, () => ({ address: setelan.pilihan.join(","), areaCount: setelan.pilihan.length }));
        },
        names: bernama(bernamaDi),
        worksheets: {
          getItem: buatLembar,
          getActiveWorksheet: () => buatLembar(baca(setelan.aktif).nama),
        },
      });
      const tanggal = new Objek(this, () => ({ shortDatePattern: "dd/MM/yyyy" }));
      const budaya = Object.assign(new Objek(this, () => ({ name: "id-ID" })), { datetimeFormat: tanggal });
      this.application = { cultureInfo: budaya };
    }
    async sync() {
      excel.hitung.sync++;
      await new Promise((lalu) => setTimeout(lalu, setelan.jeda));
      if (this.menyentuhSel && !setelan.baca) {
        throw new Error("AccessDenied");
      }
      const objek = [...this.objek];
      for (const satu of objek.filter(({ ditulis }) => ditulis)) {
        periksaRumus(satu.ditulis[0][0], await bacaDaftar());
      }
      this.objek.clear();
      const bita = objek.reduce((jumlah, satu) => jumlah + satu.jawab(), 0);
      if (bita > MAKS_BITA) {
        throw new Error("ResponsePayloadSizeLimitExceeded");
      }
    }
  }
  const run = async (lakukan) => {
    excel.hitung.run++;
    return lakukan(new Konteks());
  };
  globalThis.Excel = { RequestContext: Konteks, run };

  function bacaDaftar() {
    excel.daftar ??= fetch("/xlwings/kinerja-fungsi.json")
      .then((jawaban) => jawaban.json())
      .then((isi) => Object.fromEntries(isi.functions.map((f) => [f.name, f])));
    return excel.daftar;
  }
  function cocokBanyaknya({ parameters }, banyak) {
    const wajib = parameters.filter((p) => !p.optional && !p.repeating).length;
    return banyak >= wajib && (parameters.at(-1)?.repeating || banyak <= parameters.length);
  }

  // What Excel refuses in Range.formulas: the notation of another language, brackets and quotes without their fellow, a
  // text of more than 255 letters, a wrong number of arguments of a function that it knows.
  function periksaRumus(rumus, daftar) {
    const tolak = (sebab) => {
      throw new Error(`InvalidArgument: ${sebab}: ${rumus}`);
    };
    const panggilan = [];
    const pola = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|[\p{L}_][\p{L}\d_.]*(?=\()|[^]/gu;
    let nama = "";
    for (const [bagian] of rumus.slice(1).matchAll(pola)) {
      const ini = panggilan.at(-1);
      if (/^["'[\];]$/.test(bagian) || bagian.length > 257 || (bagian[0] === "[" && /\];\s*\[/.test(bagian))) {
        tolak("tulisan");
      } else if (bagian === "(") {
        panggilan.push({ nama, banyak: 1, kosong: true });
      } else if (bagian === ")") {
        const { nama: lengkap, banyak, kosong } = panggilan.pop() ?? tolak("kurung");
        if (lengkap in daftar && !cocokBanyaknya(daftar[lengkap], kosong ? 0 : banyak)) {
          tolak("banyaknya argumen");
        }
      } else if (bagian === "," && ini) {
        ini.banyak++;
      }
      if (ini && panggilan.includes(ini) && bagian.trim()) {
        ini.kosong = false;
      }
      nama = /^[\p{L}_].*/u.test(bagian) && bagian.length > 1 ? bagian.toUpperCase() : "";
    }
    panggilan.length === 0 || tolak("kurung");
  }

  // An argument: {letak, nilai, format} for cells, {gabungan: [such, ...]} for a union of them (`nama`: by a name), anything
  // else for a constant, undefined for one that was left out.
  async function panggil(nama, argumen, pemanggil = "Hitung!A1") {
    const fungsi = (await bacaDaftar())[nama.toUpperCase()];
    if (!fungsi || !terkait[fungsi.id]) {
      return { galat: "#NAME?" };
    }
    const parameter = fungsi.parameters;
    const berulang = parameter.at(-1)?.repeating ?? false;
    if (!cocokBanyaknya(fungsi, argumen.length)) {
      return { ditolak: true }; // Excel does not accept such a formula
    }
    // Of a union, Excel hands over the first area and its address alone (OfficeDev/office-js 4020).
    const serah = argumen.map((satu) => (satu?.gabungan ? satu.gabungan.map(taruh)[0] : satu?.letak ? taruh(satu) : satu));
    const rumus = setelan.rumus || `=${nama}(${argumen.map(tulisArgumen).join(",")})`;
    taruh({ letak: pemanggil, nilai: [[null]], rumus });
    const isi = serah.map((satu) => {
      if (satu === undefined || satu === null) {
        return null;
      }
      return satu.serahan ?? (Array.isArray(satu) ? satu : [[satu]]);
    });
    const tetap = berulang ? parameter.length - 1 : parameter.length;
    const kirim = Array.from({ length: tetap }, (_, i) => isi[i] ?? null);
    if (berulang) {
      kirim.push(isi.slice(tetap));
    }
    const letak = serah.map((satu) => satu?.letak ?? "");
    const mulai = performance.now();
    try {
      const hasil = await terkait[fungsi.id](...kirim, { address: pemanggil, parameterAddresses: letak });
      return { hasil, detik: (performance.now() - mulai) / 1000 };
    } catch (galat) {
      return { galat: galat.code ?? "tanpa kode", pesan: galat.message };
    }
  }

  function tulisArgumen(satu) {
    if (satu?.gabungan) {
      return satu.nama ?? `(${satu.gabungan.map((x) => x.letak).join(",")})`;
    }
    if (satu?.letak) {
      return satu.nama ?? satu.letak;
    }
    return typeof satu === "string" ? `"${satu.replaceAll('"', '""')}"` : JSON.stringify(satu ?? null).replace("null", "");
  }

  // Puts values into the grid, whose other cells there become blank, and gives what Excel hands over for that range.
  function taruh({ letak, nilai, format, rumus }) {
    const { nama, b1, k1, b2, k2 } = baca(letak);
    if (!nama.includes("[")) {
      lembar.has(nama) || lembar.set(nama, new Map());
      const sel = lembar.get(nama);
      for (const kunci of b2 - b1 >= nilai.length ? [...sel.keys()] : []) {
        const [b, k] = kunci.split(",").map(Number);
        b >= b1 && b <= b2 && k >= k1 && k <= k2 && sel.delete(kunci);
      }
      nilai.forEach((baris, i) =>
        baris.forEach((satu, j) => {
          const isi = { nilai: satu, rumus, format: Array.isArray(format) ? format[i][j] : format };
          sel.set(`${b1 + i},${k1 + j}`, isi);
        }),
      );
    }
    const tinggi = Math.max(nilai.length, b2 === JUMLAH_BARIS ? b2 - b1 + 1 : 0);
    const lebar = Math.max(nilai[0].length, k2 === JUMLAH_KOLOM ? k2 - k1 + 1 : 0);
    const serahan = new Array(tinggi);
    for (let b = 0; b < tinggi; b++) {
      serahan[b] = new Array(lebar).fill(setelan.kosong);
      nilai[b]?.forEach((satu, k) => satu !== null && (serahan[b][k] = satu));
    }
    return { letak, serahan };
  }

  const excel = (globalThis.excel = {
    setelan,
    sisipan: [],
    hitung: { run: 0, sync: 0 },
    panggil,
    semua: async (panggilan) => {
      const hasil = [];
      for (const [nama, argumen] of panggilan) {
        hasil.push(await panggil(nama, argumen));
      }
      return hasil;
    },
    // All at once, each in a cell of its own, as when a formula is filled down.
    serentak: async (panggilan) => {
      Object.assign(excel.hitung, { run: 0, sync: 0 });
      const semua = panggilan.map(([nama, argumen], i) => panggil(nama, argumen, `Hitung!A${i + 1}`));
      return { hasil: await Promise.all(semua), ...excel.hitung };
    },
  });
})();
