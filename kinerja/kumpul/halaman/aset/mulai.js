// Which part is shown: the address after # says it, so that "back" works as everywhere.

const BAGIAN = ["ringkasan", "grafik", "belum", "kecamatan"];
const judulSemula = document.title;
let terbuka = "";
let gulir = 0;
let terakhir = "";

function readAlamat() {
  const tujuan = location.hash.slice(1);
  if (tujuan.startsWith("k/") && nomorKode.has(tujuan.slice(2))) {
    return ["kecamatan", tujuan.slice(2)];
  }
  return [["grafik", "belum"].includes(tujuan) ? tujuan : "ringkasan", ""];
}

function openBagian() {
  const [nama, kode] = readAlamat();
  if (terbuka === "ringkasan" && nama !== "ringkasan") {
    gulir = scrollY;
  }
  if (nama === "grafik") {
    showGrafik();
  } else if (nama === "kecamatan") {
    showKecamatan(nomorKode.get(kode));
  }
  for (const satu of BAGIAN) {
    document.getElementById(`bagian-${satu}`).hidden = satu !== nama;
  }
  for (const tautan of document.querySelectorAll("nav a")) {
    tautan.toggleAttribute("aria-current", false);
    if (tautan.hash === `#${nama}`) {
      tautan.setAttribute("aria-current", "page");
    }
  }
  document.title = kode ? `${kepala.baris[nomorKode.get(kode)][letak.kecamatan]} – ${judulSemula}` : judulSemula;
  moveFokus(nama);
  terbuka = nama;
  terakhir = kode || terakhir;
}

// To the heading of what was opened; back in the table, to the kecamatan that was left.
function moveFokus(nama) {
  if (!terbuka) {
    return; // a page that has just loaded keeps its place
  }
  const tautan = nama === "ringkasan" && terbuka === "kecamatan" && document.querySelector(`#tabel a[href="#k/${CSS.escape(terakhir)}"]`);
  (tautan || document.getElementById(nama)).focus({ preventScroll: true });
  scrollTo(0, nama === "ringkasan" ? gulir : 0);
}

function start() {
  startTabel();
  startGrafik();
  startBelum();
  history.scrollRestoration = "manual";
  addEventListener("hashchange", openBagian);
  addEventListener("beforeprint", () => printBagian(true));
  addEventListener("afterprint", () => printBagian(false));
  openBagian();
  document.documentElement.classList.add("berskrip");
}

function printBagian(cetak) {
  if (terbuka === "ringkasan") {
    printTabel(cetak);
  } else if (terbuka === "grafik") {
    showGrafik(cetak);
  }
}

start();
