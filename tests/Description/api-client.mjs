// Reads a description of the API, holds it against OpenAPI 3.1, makes a client from it, compiles and runs that.
import { Validator } from "@seriousme/openapi-schema-validator";
import openapi, { astToString } from "openapi-typescript";
import { copyFile, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "node_modules");
let read = "";
for await (const piece of process.stdin.setEncoding("utf8")) read += piece;
const description = JSON.parse(read);

const checked = await new Validator().validate(description);
if (!checked.valid || !description.openapi.startsWith("3.1.")) throw new Error(JSON.stringify(checked.errors));
console.log("valid");

const folder = await mkdtemp(join(tmpdir(), "api-client-"));
try {
  await symlink(packages, join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "api.d.ts"), astToString(await openapi(description)));
  await copyFile(join(here, "api-client.ts"), join(folder, "api-client.ts"));
  const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, target: "es2022", module: "nodenext", lib: ["es2022", "dom", "dom.iterable"], types: [] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["api-client.ts"] }));
  execFileSync(process.execPath, [join(packages, "typescript", "bin", "tsc")], { cwd: folder, stdio: ["ignore", 2, 2] });
  console.log("compiled");
  execFileSync(process.execPath, ["api-client.js"], { cwd: folder, stdio: ["ignore", 1, 2] });
} finally {
  await rm(folder, { recursive: true, force: true });
}
