// Every message has words in both languages, with the same blanks to fill in, and somebody says it.
import { readFileSync, readdirSync } from "node:fs";

const root = new URL("..", import.meta.url);
const languages = ["zh", "en"];

/** @param {string} language */
const messages = (language) => JSON.parse(readFileSync(new URL(`messages/${language}.json`, root), "utf8"));

/** The blanks of a message, sorted: "{n} of {all}" has `all, n`. */
const blanks = (message) => {
  const found = JSON.stringify(message).matchAll(/\{([a-z_]+)\}/gi);
  return [...new Set([...found].map((it) => it[1]))].sort().join(", ");
};

/** The text of all sources that may say a message. */
const sources = () =>
  readdirSync(new URL("src", root), { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /\.(svelte|ts)$/.test(it.name) && !/paraglide|wire/.test(it.parentPath))
    .map((it) => readFileSync(`${it.parentPath}/${it.name}`, "utf8"))
    .join("\n");

const [zh, en] = languages.map(messages);
const said = sources();
const faults = [];
for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) {
  if (!(key in zh)) faults.push(`${key}: not in zh.json`);
  else if (!(key in en)) faults.push(`${key}: not in en.json`);
  else if (blanks(zh[key]) !== blanks(en[key])) faults.push(`${key}: ${blanks(zh[key])} in zh, ${blanks(en[key])} in en`);
  if (!new RegExp(`\\bm\\.${key}\\b`).test(said)) faults.push(`${key}: nobody says it`);
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
