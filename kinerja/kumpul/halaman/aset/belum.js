// Who has not returned, and the message to send them.

// A message with a button that copies it; where the browser does not allow that, it stands selected.
function makePesan(teks) {
  const pesan = make("pre", { class: "pesan", tabindex: "0" }, teks);
  const kabar = make("span", { role: "status" });
  const copy = async () => {
    getSelection().selectAllChildren(pesan);
    kabar.textContent = (await copyTeks(teks)) ? "Tersalin." : "Belum tersalin. Teksnya sudah terpilih: tekan lama lalu Salin, atau Ctrl+C.";
  };
  return make("div", null, pesan, make("div", { class: "kendali" }, make("button", { type: "button", onclick: copy }, "Salin"), kabar));
}

async function copyTeks(teks) {
  try {
    await navigator.clipboard.writeText(teks);
    return true;
  } catch {
    return document.execCommand("copy"); // a page opened from a file may not have the clipboard
  }
}

function showBelum(n) {
  const [nama, kode, pesan] = kepala.belum[n];
  const tautan = kode.map((satu) => make("li", null, makeTautan(nomorKode.get(satu))));
  document.querySelector(".isi-belum").replaceChildren(
    make("h3", null, `${nama}: ${toTeks(kode.length)} kecamatan`),
    make("ol", { class: "daftar" }, ...tautan),
    make("h4", null, "Pesan pengingat"),
    makePesan(pesan),
  );
}

function startBelum() {
  const tempat = document.getElementById("isi-belum");
  if (!kepala.belum.length) {
    tempat.replaceChildren(make("p", null, "Semua kecamatan sudah kembali."));
    return;
  }
  const pilihan = kepala.belum.map(([nama, kode], n) => [n, `${nama} (${kode.length})`]);
  const kendali = make("div", { class: "kendali" }, makePilihan("Kabupaten/kota", pilihan, 0, (n) => showBelum(Number(n))));
  tempat.replaceChildren(...(pilihan.length > 1 ? [kendali] : []), make("div", { class: "isi-belum" }));
  showBelum(0);
}
