// Draws every screen of the window from the script, in both languages and themes, and lets axe look at each.
// node scripts/look.js [--shots FOLDER] [--only NAME]   (needs Debian's chromium, or CHROMIUM=/path)
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build, preview } from "vite";

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const shots = option("shots");
const only = option("only");
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const click = (id) => (page) => page.getByTestId(id).first().click();
const press = (key) => (page) => page.keyboard.press(key);
const steps = (...all) => async (page) => {
  for (const step of all) await step(page);
};
const ask = (fact) => steps(async (page) => {
  if ((await page.getByTestId("told").count()) === 0) await page.getByTestId("open-told").click();
}, click(`told-${fact}`));

/** Each screen: what it starts with, and how one gets there. */
const SCREENS = {
  first: ["fresh", async () => {}],
  "start-empty": ["answers=0", async () => {}],
  start: ["answers=4", async () => {}],
  "check-first": ["answers=0", click("rail-check")],
  "check-number": ["answers=4", steps(click("rail-check"), ask("insured"))],
  "check-moved": ["answers=3", steps(click("rail-check"), press("2"), press("Enter"), (page) => page.waitForTimeout(400))],
  "check-money": ["answers=6", click("rail-check")],
  "check-choice": ["answers=5", click("rail-check")],
  "check-several": ["answers=7", steps(click("rail-check"), press("2"))],
  "check-list": ["answers=4", click("rail-check")],
  "check-entry": ["answers=4", steps(click("rail-check"), click("entry-add"), (page) => page.getByTestId("box-graduate").check(), (page) => page.waitForTimeout(100))],
  "check-entries": ["answers=4", steps(click("rail-check"), click("entry-add"), (page) => page.getByTestId("box-veteran").check(), click("none-of-the-others"), click("entry-save"), click("entry-add"), click("same-as-above"), click("entry-save"))],
  "check-paste": ["answers=4", steps(click("rail-check"), click("paste"), (page) => page.getByTestId("paste-text").fill("姓名\t入职日期\t部门\n小王\t2026-7-1\t研发\n小李\t7/1\t研发"), (page) => page.getByTestId("paste-put").waitFor())],
  "check-error": ["answers=2", steps(click("rail-check"), (page) => page.getByTestId("date-year").fill("25"), click("continue"))],
  "check-done": ["answers=8", click("rail-check")],
  results: ["answers=8", steps(click("rail-check"), click("see-results"))],
  "results-open": ["answers=2", steps(click("rail-check"), click("see-results"))],
  result: ["answers=8", steps(click("rail-check"), click("see-results"), (page) => page.getByTestId("result-row-founder-grant").getByRole("button").click())],
  "result-people": ["answers=8", steps(click("rail-check"), click("see-results"), (page) => page.getByTestId("result-row-hiring-subsidy").getByRole("button").click())],
  reader: ["answers=5", steps(click("rail-policies"), (page) => page.getByTestId("search").fill("毕业两年 补贴"), (page) => page.getByTestId("hit").first().getByRole("button").click())],
  "reader-old": ["answers=5", steps(click("rail-policies"), (page) => page.getByTestId("shelf-founder-grant").getByRole("button").click(), click("edition-2018"))],
  shelf: ["answers=5", click("rail-policies")],
  search: ["answers=5", steps(click("rail-policies"), (page) => page.getByTestId("search").fill("招应届毕业生补贴"), (page) => page.waitForTimeout(50))],
  "search-none": ["answers=5", steps(click("rail-policies"), (page) => page.getByTestId("search").fill("zzzz"))],
  people: ["answers=0", click("rail-people")],
  settings: ["answers=0", click("rail-settings")],
  erase: ["answers=0", steps(click("rail-settings"), click("erase"), click("erase-confirm"))],
  palette: ["answers=4", steps(press("Control+k"), (page) => page.getByTestId("palette-box").fill("补贴"), press("ArrowDown"))],
  keys: ["answers=0", press("Control+/")],
  help: ["answers=0", press("F1")],
  link: ["answers=8", steps(click("rail-people"), (page) => page.getByTestId("place-fudan").getByRole("button").click())],
};

/** Each way to look at them: language, theme, size of type, width and height. */
const WAYS = [
  ["zh", "light", "normal", 1280, 800],
  ["en", "light", "normal", 1280, 800],
  ["zh", "dark", "normal", 1280, 800],
  ["en", "dark", "normal", 1920, 1080],
  ["zh", "light", "largest", 1280, 800],
  ["en", "light", "larger", 1280, 800],
  ["en", "light", "largest", 1280, 800],
  ["en", "light", "normal", 700, 900],
];

// Built as for development, so that the script answers instead of the program.
process.env["NODE_ENV"] = "development";
const outDir = mkdtempSync(join(tmpdir(), "look-"));
await build({ mode: "development", logLevel: "error", build: { outDir, emptyOutDir: true } });
const server = await preview({ logLevel: "error", build: { outDir }, preview: { port: 5198, strictPort: true } });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
if (shots !== undefined) mkdirSync(shots, { recursive: true });

let faults = 0;
const page = await browser.newPage({ reducedMotion: "reduce" });
page.on("pageerror", (error) => {
  faults += 1;
  console.error(`page: ${error.message}`);
});
for (const [lang, theme, size, width, height] of WAYS) {
  await page.setViewportSize({ width, height });
  for (const [name, [query, reach]] of Object.entries(SCREENS)) {
    if (only !== undefined && !`${name}-${lang}-${theme}-${size}-${width}`.match(only)) continue;
    const label = `${name}-${lang}-${theme}-${size}-${width}`;
    try {
      await page.goto(`http://localhost:5198/?${query}&lang=${lang}&theme=${theme}&size=${size}`);
      await page.locator("h1").first().waitFor();
      await reach(page);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(60);
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${label}.png` });
      await look(label);
    } catch (error) {
      faults += 1;
      console.error(`${label}: ${String(error).split("\n").slice(0, 4).join(" ")}`);
    }
  }
}

async function look(label) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, nodes } of violations) {
    faults += 1;
    console.error(`${label}: ${id}: ${nodes.slice(0, 2).map((it) => `${it.html.slice(0, 120)} ${it.any[0]?.message ?? ""}`).join(" | ")}`);
  }
  const sideways = await page.evaluate(() => {
    const main = document.querySelector("main");
    return main.scrollWidth > main.clientWidth + 1 ? `${main.scrollWidth} of ${main.clientWidth}` : null;
  });
  if (sideways !== null) {
    faults += 1;
    console.error(`${label}: scrolls sideways, ${sideways}`);
  }
}

await browser.close();
await server.close();
rmSync(outDir, { recursive: true });
console.log(faults === 0 ? "nothing found" : `${faults} found`);
process.exit(faults === 0 ? 0 : 1);
