// Replaces xlwings' function of the same name, which makes every error a #VALUE!.

const POLA_GALAT = /^(?:Error: )?(#(?:N\/A|VALUE!|NUM!|DIV\/0!|NULL!|REF!|NAME\?))\|([\s\S]*)$/;

function showError(galat) {
  if (galat instanceof CustomFunctions.Error) {
    throw galat;
  }
  const cocok = POLA_GALAT.exec(String(galat));
  if (cocok) {
    throw new CustomFunctions.Error(cocok[1], cocok[2]);
  }
  const sebab = String(galat).replace(/^Error: /, "");
  throw new CustomFunctions.Error(
    "#VALUE!",
    `Fungsi tidak dapat dihitung sekarang (${sebab}). Hitung ulang dengan Ctrl+Alt+F9; bila berulang, hubungi pengelola add-in.`,
  );
}
