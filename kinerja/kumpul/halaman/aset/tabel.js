// The table of kecamatan: TanStack Table sorts, filters and pages, this draws what it says.

const urutanTeks = new Intl.Collator("id", { numeric: true });
const teksCari = kepala.baris.map((isi) => foldTeks([isi[letak.kecamatan], isi[letak.kode], isi[letak.kabkota] ?? ""].join(" ")));
const tabel = makeTabel();

// Letters alone: no case, no accents.
function foldTeks(teks) {
  return teks.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function makeTabel() {
  const status = kepala.status.map(([nama]) => nama);
  const columns = kepala.kolom.map(([id, , jenis], n) => ({
    id,
    accessorFn: (isi) => (jenis === "angka" ? toAngka(isi[n]) : jenis === "status" ? status.indexOf(isi[n]) : isi[n]),
    sortingFn: jenis === "nama" || jenis === "teks" ? (a, b) => urutanTeks.compare(a.original[n], b.original[n]) : "basic",
    sortUndefined: "last",
    sortDescFirst: jenis === "angka",
    enableGlobalFilter: jenis === "nama",
    filterFn: (satu, _, nilai) => satu.original[n] === nilai,
  }));
  const hasil = TableCore.createTable({
    data: kepala.baris,
    columns,
    state: {},
    renderFallbackValue: null,
    onStateChange: () => {},
    autoResetPageIndex: false,
    enableSortingRemoval: false,
    globalFilterFn: (satu, _, cari) => teksCari[satu.index].includes(cari),
    getCoreRowModel: TableCore.getCoreRowModel(),
    getFilteredRowModel: TableCore.getFilteredRowModel(),
    getSortedRowModel: TableCore.getSortedRowModel(),
    getPaginationRowModel: TableCore.getPaginationRowModel(),
  });
  let state = { ...hasil.initialState, pagination: { pageIndex: 0, pageSize: SEHALAMAN } };
  const onStateChange = (ubah) => {
    state = typeof ubah === "function" ? ubah(state) : ubah;
    hasil.setOptions((semula) => ({ ...semula, state }));
    showTabel();
  };
  hasil.setOptions((semula) => ({ ...semula, state, onStateChange }));
  return hasil;
}

function makeSel(i, [, , jenis], n) {
  const isi = kepala.baris[i][n];
  if (jenis === "nama") {
    return make("th", { scope: "row" }, makeTautan(i));
  }
  return make("td", { class: jenis }, jenis === "status" ? makeStatus(isi) : isi);
}

function showTabel() {
  const { pageIndex, pageSize } = tabel.getState().pagination;
  const halaman = tabel.getRowModel().rows;
  const baris = halaman.map(({ index }) => make("tr", null, ...kepala.kolom.map((satu, n) => makeSel(index, satu, n))));
  const elemen = document.getElementById("tabel");
  elemen.tBodies[0].replaceChildren(...baris);
  const [urut] = tabel.getState().sorting;
  kepala.kolom.forEach(([id], n) => {
    const arah = urut?.id !== id ? "none" : urut.desc ? "descending" : "ascending";
    elemen.tHead.rows[0].cells[n].setAttribute("aria-sort", arah);
  });
  document.getElementById("keadaan-tabel").textContent = describeTabel(urut) + (pageSize === MAKS_CETAK ? describeCetak(tabel.getFilteredRowModel().rows.length) : "");
  showHalaman(document.getElementById("halaman-tabel"), pageIndex, tabel.getPageCount(), (tujuan) => {
    tabel.setPageIndex(tujuan);
    elemen.scrollIntoView();
  });
}

// What the table shows, also on paper: how many of how many, in which order.
function describeTabel(urut) {
  const tampak = tabel.getFilteredRowModel().rows.length;
  const judul = kepala.kolom.find(([id]) => id === urut?.id)?.[1] ?? "Kode";
  const arah = urut?.desc ? "menurun" : "menaik";
  return `${toTeks(tampak)} dari ${toTeks(kepala.baris.length)} kecamatan, diurutkan menurut ${judul} (${arah}).`;
}

// Titles are buttons, so that keys sort as well as clicks; on paper texts, for Chromium leaves buttons out of the titles
// that it repeats on later pages.
function showJudul(cetak) {
  kepala.kolom.forEach(([id, judul], n) => {
    const sort = () => {
      tabel.setPageIndex(0);
      tabel.getColumn(id).toggleSorting();
    };
    const isi = cetak ? judul : make("button", { type: "button", onclick: sort }, judul);
    document.getElementById("tabel").tHead.rows[0].cells[n].replaceChildren(isi);
  });
}

function startSaringan() {
  const filter = (kunci) => (nilai) => {
    tabel.setPageIndex(0);
    tabel.getColumn(kunci).setFilterValue(nilai || undefined);
  };
  const cari = (e) => {
    tabel.setPageIndex(0);
    tabel.setGlobalFilter(foldTeks(e.target.value.trim()) || undefined);
  };
  const status = [["", "Semua status"], ...kepala.status.map(([nama]) => [nama, nama])];
  const isi = [
    make("label", null, "Cari", make("input", { type: "search", placeholder: "Nama atau kode", oninput: cari })),
    makePilihan("Status", status, "", filter("status")),
  ];
  if (letak.kabkota !== undefined) {
    const nama = [...new Set(kepala.baris.map((satu) => satu[letak.kabkota]))].sort(urutanTeks.compare);
    isi.push(makePilihan("Kabupaten/kota", [["", "Semua"], ...nama.map((satu) => [satu, satu])], "", filter("kabkota")));
  }
  const cetak = make("button", { type: "button", onclick: () => window.print() }, "Cetak");
  document.getElementById("saringan").append(...isi, cetak);
}

function startTabel() {
  showJudul(false);
  startSaringan();
  showTabel();
}

// On paper all rows that the filters let through, up to a thousand.
function printTabel(cetak) {
  showJudul(cetak);
  tabel.setPagination({ pageIndex: 0, pageSize: cetak ? MAKS_CETAK : SEHALAMAN });
}
