// Starts Python in the browser. Cells that are computed meanwhile wait; nothing is sent anywhere.

async function mulai() {
  const { loadPyodide } = await import("./pyodide/pyodide.mjs");
  const [pyodide, pustaka] = await Promise.all([loadPyodide(), ambil("pustaka.zip")]);
  pyodide.unpackArchive(pustaka, "zip");
  return pyodide.pyimport("mulai").call;
}

async function ambil(nama) {
  const jawaban = await fetch(new URL(nama, import.meta.url));
  if (!jawaban.ok) {
    throw new Error(`${nama}: ${jawaban.status}`);
  }
  return jawaban.arrayBuffer();
}

globalThis.kinerjaMesin = mulai();
globalThis.wasmCustomFunctionsCall = async (permintaan) => {
  let panggil;
  try {
    panggil = await globalThis.kinerjaMesin;
  } catch (galat) {
    throw new Error(`mesin hitung tidak termuat: ${galat.message ?? galat}`);
  }
  return panggil(permintaan);
};
