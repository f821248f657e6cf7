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
  // Shown by the local host, and by nobody else.
  { name: "components", entry: "src/components/main.ts" },
];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const made = await build({
  entryPoints: Object.fromEntries(pages.map(page => [page.name, page.entry])),
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  target: "es2022",
  outdir: out,
  publicPath: "/web/",
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" },
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
});

const outputs = Object.entries(made.metafile.outputs);
const drawing = await readFile("src/parts/icon.svg");
const icon = `icon-${createHash("sha256").update(drawing).digest("hex").slice(0, 8)}.svg`;
await writeFile(`${out}/${icon}`, drawing);
outputs.push([`${out}/${icon}`]);
const font = outputs.map(([file]) => path.basename(file)).find(file => /latin-wght.*woff2$/.test(file));
for (const page of pages) {
  const [script, { cssBundle }] = outputs.find(([, output]) => output.entryPoint === page.entry);
  const html = (await readFile(`${path.dirname(page.entry)}/page.html`, "utf8"))
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
