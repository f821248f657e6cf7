// Unpacks the browser that comes in a package, with the libraries that a bare machine lacks, and tells where it and they are.
import chromium, { inflate } from "@sparticuz/chromium";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

await inflate(fileURLToPath(new URL("../node_modules/@sparticuz/chromium/bin/al2023.tar.br", import.meta.url)));
console.log(JSON.stringify({ browser: await chromium.executablePath(), libraries: path.join(tmpdir(), "al2023", "lib") }));
