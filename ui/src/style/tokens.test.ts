import { expect, test } from "vitest";
import css from "./tokens.css?raw";

/** The colours of a block of the token file. */
function colours(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** The ratio of the web content guidelines, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const TONES = ["yes", "ask", "soon", "no", "shut", "office"];
const GROUNDS = ["paper", "sheet", "well"];
const TEXT: [string, string][] = [
  ...["ink", "ink-2", "act", "seal", ...TONES].flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ...TONES.map((tone): [string, string] => [tone, `${tone}-well`]),
  ["act-ink", "act"], ["act-ink", "act-over"], ["seal-ink", "seal"], ["ink", "found"], ["ink", "act-well"],
];
const SHAPES: [string, string][] = ["line-strong", "focus"].flatMap((shape) => GROUNDS.slice(0, 2).map((ground): [string, string] => [shape, ground]));

for (const theme of [":root", ':root[data-theme="dark"]']) {
  const all = colours(theme);
  const ratio = (a: string, b: string) => contrast(all.get(a) ?? "#808080", all.get(b) ?? "#808080");

  test.each(TEXT)(`${theme}: %s on %s can be read`, (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPES)(`${theme}: %s on %s can be seen`, (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
}
