// Render the same documents with a JavaScript library: node render.mjs TOOL TEMPLATE DATA FOLDER.
// Prints the seconds that opening, rendering and writing took, the data being in memory.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [tool, template, dataFile, folder] = process.argv.slice(2);
const require = createRequire(path.join(process.env.PEERS, "package.json"));
const documents = JSON.parse(fs.readFileSync(dataFile, "utf8"));

const tools = {
  docxtemplater: () => {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    return async (data) => {
      const zip = new PizZip(fs.readFileSync(template));
      const made = new Docxtemplater(zip, { paragraphLoop: true });
      made.render(data);
      return made.toBuffer({ compression: "DEFLATE" });
    };
  },
  "easy-template-x": () => {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return async (data) => Buffer.from(await handler.process(fs.readFileSync(template), data));
  },
  "docx-templates": () => {
    const { createReport } = require("docx-templates");
    return async (data) =>
      Buffer.from(
        await createReport({ template: fs.readFileSync(template), data, noSandbox: true, cmdDelimiter: ["[[", "]]"] }),
      );
  },
  carbone: () => {
    const carbone = require("carbone");
    return (data) =>
      new Promise((done, fail) =>
        carbone.render(template, data, (error, result) => (error ? fail(error) : done(result))),
      );
  },
};

const render = tools[tool]();
const start = process.hrtime.bigint();
for (const [number, data] of documents.entries()) {
  fs.writeFileSync(path.join(folder, `${number}.docx`), await render(data));
}
console.log(Number(process.hrtime.bigint() - start) / 1e9);
process.exit(0);
