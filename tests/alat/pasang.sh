#!/bin/bash
# Pasang yang diperlukan pengujian: LibreOffice Calc dengan UNO untuk Python, Gnumeric, Poppler, huruf, Chromium, Node,
# dan (ke .alat) validator Open XML SDK, Pyodide, serta ExcelJS, SheetJS, dan Excelize.
# Boleh dijalankan berulang kali; tanpa jaringan bila semuanya sudah ada.
set -euo pipefail
cd "$(dirname "$0")/../.."

ada() { command -v "$1" >/dev/null 2>&1; }
terpasang() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

kurang=()
if ada dpkg-query; then
    # Liberation dan Carlito selebar Arial dan Calibri: tanpa keduanya halaman cetak tidak dapat diperiksa.
    for paket in libreoffice-calc python3-uno gnumeric poppler-utils fonts-liberation fonts-crosextra-carlito \
        chromium; do
        terpasang "$paket" || kurang+=("$paket")
    done
else
    ada soffice || kurang+=(libreoffice-calc)
    ada ssconvert || kurang+=(gnumeric)
    ada pdftotext || kurang+=(poppler-utils)
    ada chromium || kurang+=(chromium)
fi
ada node || kurang+=(nodejs)
ada npm || kurang+=(npm)

if [ ${#kurang[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! ada apt-get; then
        echo "Pengujian belum dapat dijalankan, yang belum ada: ${kurang[*]}." >&2
        echo "Jalankan \`make uji\` sebagai root di Debian/Ubuntu, atau pasang sendiri paket itu, lalu ulangi." >&2
        exit 1
    fi
    echo "Memasang ${kurang[*]} ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -qq -y --no-install-recommends "${kurang[@]}" >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends "${kurang[@]}" >/dev/null; }
fi

# terpasang.json baru ditulis setelah npm selesai, jadi pemasangan yang terputus diulang.
if ! cmp -s tests/alat/package.json .alat/terpasang.json || [ ! -x .alat/node_modules/.bin/ooxml-validator ] ||
    [ ! -f .alat/node_modules/pyodide/pyodide.asm.wasm ]; then
    echo "Memasang validator Open XML SDK, Pyodide, ExcelJS, SheetJS, dan Excelize ke .alat ..." >&2
    mkdir -p .alat
    cp tests/alat/package.json .alat/package.json
    npm install --prefix .alat --no-package-lock --no-audit --no-fund --loglevel=error >&2
    cp .alat/package.json .alat/terpasang.json
fi
