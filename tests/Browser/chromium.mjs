// Unpacks the browser that comes in a package, and tells where it is and what it is started with.
import { tmpdir } from "node:os";
import path from "node:path";

// By this it takes the machine for a bare one, and brings the libraries that such a one lacks.
process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
console.log(JSON.stringify({
  browser: await chromium.executablePath(),
  environment: { LD_LIBRARY_PATH: path.join(tmpdir(), "al2023", "lib"), FONTCONFIG_PATH: path.join(tmpdir(), "fonts") },
}));
