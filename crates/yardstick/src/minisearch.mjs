// MiniSearch with the words of Intl.Segmenter. Started from where it is installed.
// In: {documents: [{key, text}], queries: [text]} on standard input.
// Out: {built, bytes, answers: [{keys, time}]}, times in milliseconds.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const MiniSearch = createRequire(join(process.cwd(), "package.json"))("minisearch");
const { documents, queries } = JSON.parse(readFileSync(0, "utf8"));

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const words = (text) => [...segmenter.segment(text)].filter((it) => it.isWordLike).map((it) => it.segment);

const start = performance.now();
const engine = new MiniSearch({ fields: ["text"], storeFields: ["key"], tokenize: words });
engine.addAll(documents.map((it, id) => ({ id, ...it })));
const built = performance.now() - start;

// What its manual advises for search in one's own words.
const options = { prefix: (term) => term.length > 2, fuzzy: (term) => (/^[a-z]{4,}$/.test(term) ? 0.2 : false) };
const answer = (query) => {
  const begun = performance.now();
  const keys = [...new Set(engine.search(query, options).map((it) => it.key))];
  return { keys: keys.slice(0, 100), time: performance.now() - begun };
};
queries.forEach(answer);
const answers = queries.map(answer);
console.log(JSON.stringify({ built, bytes: JSON.stringify(engine).length, answers }));
