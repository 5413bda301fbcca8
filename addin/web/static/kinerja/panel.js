// The task pane: search, keyboard, insert. All text about the functions stands in the page already.

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

// Insert: Range.formulas takes English notation, whatever the language of Excel.
const SEL = String.raw`\$?[a-z]{1,3}\$?\d{1,7}`;
const KOLOM = String.raw`\$?[a-z]{1,3}`;
const LEMBAR = String.raw`(?:'(?:[^']|'')+'|(?:\[[^\[\]]+\])?[\p{L}\d_.]+)!`;
const TABEL = String.raw`[\p{L}_][\p{L}\d_.]*\[.+\]`;
const RUJUKAN = new RegExp(`^(?:(?:${LEMBAR})?(?:${SEL}(?::${SEL}|#)?|${KOLOM}:${KOLOM})|${TABEL})$`, "iu");

function tulisArgumen(teks) {
  if (teks.startsWith("=")) {
    return teks.slice(1);
  }
  if (teks === "" || RUJUKAN.test(teks)) {
    return teks;
  }
  return /^-?\d+(,\d+)?$/.test(teks) ? teks.replace(",", ".") : `"${teks.replaceAll('"', '""')}"`;
}

async function sisipkan(formulir) {
  const ruas = [...formulir.elements].filter((satu) => satu.matches("input, select"));
  const kosong = ruas.find((satu) => satu.getAttribute("aria-required") && !satu.value.trim());
  if (kosong) {
    kosong.focus();
    return `Isi dahulu ${formulir.querySelector(`label[for="${kosong.id}"]`).textContent.trim()}.`;
  }
  const argumen = ruas.map((satu) => tulisArgumen(satu.value.trim()));
  while (argumen.at(-1) === "") {
    argumen.pop();
  }
  const rumus = `=${formulir.dataset.nama}(${argumen.join(",")})`;
  if (!globalThis.Excel) {
    return "Rumus hanya dapat disisipkan bila panel ini dibuka dari Excel.";
  }
  try {
    return await Excel.run(async (konteks) => {
      const sel = konteks.workbook.getActiveCell();
      sel.formulas = [[rumus]];
      sel.load("address");
      await konteks.sync();
      return `${formulir.dataset.nama} disisipkan di ${sel.address}.`;
    });
  } catch (galat) {
    console.error(galat);
    return "Rumus tidak dapat disisipkan. Pastikan sel tidak terkunci, tidak sedang disunting, dan argumennya benar.";
  }
}

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
