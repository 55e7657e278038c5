// Finding words in a text that is on the page, without changing it.

/** Every place under `root` where one of the words stands, in the order of the text; case does not matter. */
export function placesOf(root: Element, words: readonly string[]): Range[] {
  const wanted = words.map((it) => it.trim().toLowerCase()).filter((it) => it !== "");
  if (wanted.length === 0) return [];
  const runs = textRuns(root);
  const text = runs.map((it) => it.node.data).join("").toLowerCase();
  const spans = wanted.flatMap((word) => spansOf(text, word)).sort((a, b) => a.from - b.from);
  return spans.map(({ from, to }) => {
    const range = new Range();
    range.setStart(...at(runs, from));
    range.setEnd(...at(runs, to - 1, 1));
    return range;
  });
}

interface Run {
  node: Text;
  from: number;
}

function textRuns(root: Element): Run[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const runs: Run[] = [];
  let from = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    runs.push({ node: node as Text, from });
    from += (node as Text).data.length;
  }
  return runs;
}

function spansOf(text: string, word: string): { from: number; to: number }[] {
  const spans = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
    spans.push({ from, to: from + word.length });
  }
  return spans;
}

function at(runs: Run[], offset: number, beyond = 0): [Text, number] {
  const run = runs.findLast((it) => it.from <= offset) ?? runs[0]!;
  return [run.node, offset - run.from + beyond];
}

/** Paints ranges as `::highlight(name)`; an engine that cannot leaves the text as it is. */
export function paint(name: string, ranges: readonly Range[]): void {
  if (!("highlights" in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
