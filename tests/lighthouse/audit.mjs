// node audit.mjs FOLDER CHROMIUM ADDRESS…: what Lighthouse, installed in the folder, says of pages, a line of JSON each.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, chromePath, ...addresses] = process.argv.slice(2);
const installed = createRequire(`${folder}/`);
const load = (name) => import(pathToFileURL(installed.resolve(name)));
const [{ default: lighthouse }, { launch }] = await Promise.all(["lighthouse", "chrome-launcher"].map(load));

const chromeFlags = ["--headless=new", "--disable-quic", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const chrome = await launch({ chromePath, chromeFlags });
for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
  const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
  const weighed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight));
  const faults = weighed.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 0.9);
  const told = faults.map(({ id, explanation, displayValue }) => `${id}: ${explanation ?? displayValue ?? "no"}`);
  console.log(JSON.stringify({ address, scores: Object.fromEntries(scores), faults: told }));
}
await chrome.kill();
