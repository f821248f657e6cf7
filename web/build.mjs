// Makes dist/ of src/: scripts and styles with a hash in their names, the pages that name them, and each file packed too.
import { build } from "esbuild";
import { readFile, writeFile, rm, mkdir } from "node:fs/promises";
import { brotliCompressSync, gzipSync, constants } from "node:zlib";
import { createHash } from "node:crypto";
import path from "node:path";

const out = "dist";
const pages = [
  { name: "staff", entry: "src/staff/main.ts" },
  { name: "home", entry: "src/home/main.ts" },
  { name: "for-websites", entry: "src/for-websites/main.ts" },
  // Shown by the local host, and by nobody else.
  { name: "components", entry: "src/components/main.ts" },
];
// What the pages that the app writes itself are given: their look, and what the browser itself must do.
const given = { "client.css": "src/client/client.css", "proof.js": "src/client/proof.ts" };

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const common = {
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  outdir: out,
  publicPath: "/web/",
  entryNames: "[name]-[hash]",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
};
const made = await build({
  ...common,
  entryPoints: Object.fromEntries([
    ...pages.map(page => [page.name, page.entry]),
    ...Object.entries(given).map(([name, entry]) => [path.parse(name).name, entry]),
  ]),
  splitting: true,
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" },
});
// What other websites name with its hash is one file by itself, which changes only when its own sources do.
const forms = await build({ ...common, entryPoints: { forms: "src/forms/main.ts" } });
const [formsFile] = Object.keys(forms.metafile.outputs);
const integrity = `sha384-${createHash("sha384").update(await readFile(formsFile)).digest("base64")}`;
const formsTag = `<script type="module" src="/web/${path.basename(formsFile)}" integrity="${integrity}" crossorigin="anonymous"></script>`;

const outputs = [...Object.entries(made.metafile.outputs), ...Object.entries(forms.metafile.outputs)];
const drawing = await readFile("src/parts/icon.svg");
const icon = `icon-${createHash("sha256").update(drawing).digest("hex").slice(0, 8)}.svg`;
await writeFile(`${out}/${icon}`, drawing);
outputs.push([`${out}/${icon}`]);
const font = outputs.map(([file]) => path.basename(file)).find(file => /latin-wght.*woff2$/.test(file));
const nameOf = entry => path.basename(outputs.find(([, output]) => output?.entryPoint === entry)[0]);
await writeFile(`${out}/names.json`, JSON.stringify({
  ...Object.fromEntries(Object.entries(given).map(([name, entry]) => [name, nameOf(entry)])), "icon.svg": icon, "font.woff2": font,
}));
for (const page of pages) {
  const [script, { cssBundle }] = outputs.find(([, output]) => output.entryPoint === page.entry);
  const html = (await readFile(`${path.dirname(page.entry)}/page.html`, "utf8"))
    .replace("<!-- forms -->", formsTag)
    .replace("</head>", `<link rel="icon" href="/web/${icon}" type="image/svg+xml">
<link rel="preload" href="/web/${font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/web/${path.basename(cssBundle)}">
<script type="module" src="/web/${path.basename(script)}"></script>
</head>`);
  await writeFile(`${out}/${page.name}.html`, html);
  outputs.push([`${out}/${page.name}.html`]);
}

for (const [file] of outputs.filter(([file]) => /\.(js|css|html|svg)$/.test(file))) {
  const content = await readFile(file);
  const packed = {
    br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    gz: gzipSync(content, { level: 9 }),
  };
  for (const [ending, bytes] of Object.entries(packed))
    if (bytes.length < content.length)
      await writeFile(`${file}.${ending}`, bytes);
}
