// Builds the page's script and style into the package; the same sources give the same bytes.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "..", "generator", "web", "static");

await build({
  absWorkingDir: here,
  entryPoints: [{ in: "src/main.ts", out: "app" }, { in: "src/app.css", out: "app" }],
  entryNames: "[name]",
  outdir: target,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  target: ["chrome86", "firefox90", "safari14"],
  legalComments: "inline",
  logLevel: "warning",
});
