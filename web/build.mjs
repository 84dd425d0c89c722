// Builds the scripts and styles of the page and of the file to send; the same sources give the same bytes.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const here = dirname(fileURLToPath(import.meta.url));
const packaged = join(here, "..", "generator");
const page = process.argv[2] ?? join(packaged, "web", "static");
const review = process.argv[2] ?? join(packaged, "use", "review", "assets");

// The editor is the work of others, whose license goes with it.
function head(text) {
  return `/*!\n${text.replaceAll("*/", "").trim()}\n*/`;
}

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  target: ["chrome86", "firefox90", "safari14"],
  legalComments: "inline",
  logLevel: "warning",
};
const entries = (script, name) => [
  { in: `src/${script}`, out: name },
  { in: `src/${name}.css`, out: name },
];

await build({ ...common, entryPoints: entries("main.ts", "app"), outdir: page });
const license = head(readFileSync(join(here, "node_modules", "@codemirror", "view", "LICENSE"), "utf8"));
await build({ ...common, banner: { js: license }, entryPoints: [{ in: "src/editor.ts", out: "editor" }], outdir: page });
await build({ ...common, entryPoints: entries("review.ts", "review"), outdir: review });
