// Unpacks the browser that comes in a package, and tells where it is and what it is started with.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// By this it takes the machine for a bare one, and brings the libraries that such a one lacks.
process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
const browser = await chromium.executablePath();
const fonts = path.join(tmpdir(), "fonts");
// Its own list of folders leaves this one out, and without a font the browser dies at the first word in a face that a page does not bring.
await writeFile(path.join(fonts, "fonts.conf"), `<fontconfig><dir>${fonts}</dir><cachedir>${path.join(fonts, "cache")}</cachedir></fontconfig>`);
console.log(JSON.stringify({
  browser,
  environment: { LD_LIBRARY_PATH: path.join(tmpdir(), "al2023", "lib"), FONTCONFIG_PATH: fonts },
}));
