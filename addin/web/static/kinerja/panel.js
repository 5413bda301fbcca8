// The task pane: search, keyboard, insert. All text about the functions stands in the page already.

import { BLOK, lepasLembar, pisahArgumen, Tolakan, tulisArgumen } from "./rumus.js";

const cari = document.getElementById("cari");
const butir = [...document.querySelectorAll("#daftar > li")];
const kabar = document.getElementById("kabar");

// Search: every word must occur in the name, the description or the arguments.
const isi = new Map(butir.map((satu) => [satu, satu.textContent.toLowerCase().replaceAll("_", " ")]));

function saring() {
  const kata = cari.value.toLowerCase().replaceAll("_", " ").split(/\s+/);
  for (const satu of butir) {
    satu.hidden = !kata.every((k) => isi.get(satu).includes(k));
  }
  const tampak = butir.filter((satu) => !satu.hidden).length;
  document.getElementById("jumlah").textContent = tampak ? `${tampak} fungsi` : "Tidak ada fungsi yang cocok.";
}

// Keyboard: arrows walk from the search field through the visible functions, Esc goes back to it.
function pindah(langkah) {
  const tampak = butir.filter((satu) => !satu.hidden).map((satu) => satu.querySelector("summary"));
  const tujuan = [cari, ...tampak];
  const kini = tujuan.indexOf(document.activeElement);
  tujuan[Math.min(Math.max(kini + langkah, 0), tujuan.length - 1)].focus();
}

document.addEventListener("keydown", (tombol) => {
  const diTempat = document.activeElement === cari || document.activeElement.tagName === "SUMMARY";
  if (diTempat && (tombol.key === "ArrowDown" || tombol.key === "ArrowUp")) {
    pindah(tombol.key === "ArrowDown" ? 1 : -1);
  } else if (tombol.key === "Enter" && document.activeElement === cari) {
    pindah(1);
  } else if (tombol.key === "Escape") {
    cari.focus();
    cari.select();
  } else {
    return;
  }
  tombol.preventDefault();
});

// The first argument in whose cells the formula would stand, and overwrite what it is to read.
async function cariTimpa(konteks, sel, isian, lembar) {
  const blok = isian.flatMap(([nama, teks]) => {
    const [, awalan = "", letak, awalanBaris, baris] = BLOK.exec(teks) ?? [];
    const diSini = letak || baris ? ["", `${lembar}!`].includes(awalanBaris ?? awalan) : false;
    return diSini ? [{ nama, letak: letak ?? baris }] : [];
  });
  const kini = konteks.workbook.worksheets.getActiveWorksheet();
  const kena = blok.map(({ letak }) => kini.getRange(letak).getIntersectionOrNullObject(sel));
  kena.forEach((satu) => satu.load("address"));
  await konteks.sync();
  return blok.find((_, n) => !kena[n].isNullObject)?.nama;
}

// A refusal names its argument.
function tolong(arg, lakukan) {
  try {
    return lakukan();
  } catch (galat) {
    throw galat instanceof Tolakan ? new Tolakan(`${arg}: ${galat.message}`) : galat;
  }
}

function bacaRuas(ruas, arg) {
  const teks = ruas.value.trim();
  const semua = "ulang" in ruas.dataset ? tolong(arg, () => pisahArgumen(teks)) : [teks];
  return semua.map((satu) => [arg, satu]);
}

async function tulisRumus(konteks, nama, ruas) {
  const sel = konteks.workbook.getActiveCell();
  sel.load("address");
  await konteks.sync();
  const lembar = sel.address.slice(0, sel.address.lastIndexOf("!"));
  const isian = ruas.flatMap((satu) => bacaRuas(satu, satu.id.slice(nama.length + 1)));
  const timpa = await cariTimpa(konteks, sel, isian, lembar);
  if (timpa) {
    return `Sel ${sel.address} termasuk argumen ${timpa}. Pilih dahulu sel tempat hasilnya.`;
  }
  const argumen = isian.map(([arg, teks]) => tolong(arg, () => tulisArgumen(lepasLembar(teks, lembar))));
  while (argumen.at(-1) === "") {
    argumen.pop();
  }
  sel.formulas = [[`=${nama}(${argumen.join(",")})`]];
  await konteks.sync();
  return `${nama} disisipkan di ${sel.address}.`;
}

async function sisipkan(formulir) {
  const ruas = [...formulir.elements].filter((satu) => satu.matches("input, select"));
  const kosong = ruas.find((satu) => satu.getAttribute("aria-required") && !satu.value.trim());
  if (kosong) {
    kosong.focus();
    return `Isi dahulu ${formulir.querySelector(`label[for="${kosong.id}"]`).textContent.trim()}.`;
  }
  if (!globalThis.Excel) {
    return "Rumus hanya dapat disisipkan bila panel ini dibuka dari Excel.";
  }
  try {
    return await Excel.run((konteks) => tulisRumus(konteks, formulir.dataset.nama, ruas));
  } catch (galat) {
    if (galat instanceof Tolakan) {
      return galat.message;
    }
    console.error(galat);
    return "Rumus tidak dapat disisipkan. Pastikan sel tidak terkunci, tidak sedang disunting, dan argumennya benar.";
  }
}

// The address of what is selected in the sheet, into the field beside the button.
async function pakaiPilihan(ruas) {
  if (!globalThis.Excel) {
    return "Pilihan hanya dapat dipakai bila panel ini dibuka dari Excel.";
  }
  try {
    return await Excel.run(async (konteks) => {
      const pilihan = konteks.workbook.getSelectedRanges();
      pilihan.load("address,areaCount");
      await konteks.sync();
      if (pilihan.areaCount > 1) {
        return "Yang dipilih lebih dari satu blok sel. Pilih satu blok sel.";
      }
      ruas.value = pilihan.address;
      return `${pilihan.address} dipakai. Sekarang pilih sel tempat hasilnya.`;
    });
  } catch (galat) {
    console.error(galat);
    return "Pilihan tidak dapat dibaca. Pilih sel di lembar, bukan grafik atau gambar.";
  }
}

document.getElementById("daftar").addEventListener("click", async ({ target }) => {
  if (target.matches(".pilih")) {
    kabar.textContent = await pakaiPilihan(target.previousElementSibling);
  }
});

document.getElementById("daftar").addEventListener("submit", async (peristiwa) => {
  peristiwa.preventDefault();
  kabar.textContent = await sisipkan(peristiwa.target);
});

// Where the functions are computed.
const mesin = document.getElementById("mesin");
if (globalThis.kinerjaMesin) {
  mesin.textContent = "Mesin hitung sedang dimuat…";
  globalThis.kinerjaMesin.then(
    () => (mesin.textContent = "Siap. Data tetap di komputer ini."),
    () => (mesin.textContent = "Mesin hitung tidak termuat. Periksa jaringan, lalu buka ulang panel ini."),
  );
} else {
  mesin.textContent = `Data dihitung oleh server ${location.host}.`;
}

cari.addEventListener("input", saring);
saring();
