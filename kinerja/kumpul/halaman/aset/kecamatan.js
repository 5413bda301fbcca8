// The page of one kecamatan, made when it is opened.

function makeBagian(judul, ...isi) {
  return make("section", null, make("h3", null, judul), ...isi);
}

function showKecamatan(i) {
  const isi = kepala.baris[i];
  const rinci = readRekaman("rinci", readBaris(i));
  const asal = rinci.berkas ? `Berkas ${rinci.berkas}${rinci.waktu ? `, dikumpulkan ${rinci.waktu}` : ""}` : "Belum ada berkas yang kembali.";
  document.getElementById("bagian-kecamatan").replaceChildren(
    make("p", { class: "kembali" }, make("a", { href: "#ringkasan" }, "← Semua kecamatan")),
    makeJudul("kecamatan", `Kecamatan ${isi[letak.kecamatan]}`),
    make("p", null, [isi[letak.kode], isi[letak.kabkota]].filter(Boolean).join(" · "), " ", makeStatus(isi[letak.status])),
    make("p", { class: "keterangan" }, asal),
    ...(rinci.pengingat ? [makeBagian("Pesan pengingat", makePesan(rinci.pengingat))] : []),
    ...(rinci.temuan.length ? [makeBagian(`Temuan (${rinci.temuan.length})`, ...rinci.temuan.map(makeTemuan))] : []),
    ...(rinci.indikator.length ? listHasil(isi, rinci) : rinci.berkas ? [make("p", null, "Isi berkas ini tidak dapat dihitung.")] : []),
  );
}

function listHasil(isi, rinci) {
  return [
    makeBagian("Indikator", make("p", null, `Rata-rata capaian: ${writePersen(isi[letak.rerata])}`), ...rinci.indikator.map(makeIndikator)),
    makeBagian("Anggaran", makeProgram(rinci)),
    ...(rinci.skm.length ? [makeBagian("SKM", makeSkm(rinci))] : []),
    ...(rinci.sakip.length ? [makeBagian("SAKIP", makeSakip(rinci))] : []),
    makeBagian("Pemeriksaan isian", ...makeCek(rinci)),
  ];
}
