import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Backend } from "../backend/backend";
import type { SearchPage } from "../wire/SearchPage";
import type { SearchRequest } from "../wire/SearchRequest";
import { Search } from "./search.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = (text: string, total: number): SearchPage => ({ text, corrected: null, total, hits: [], facets: [] });

/** A search whose replies wait until they are let go, by query. */
function waiting() {
  const go = new Map<string, () => void>();
  const search = (request: SearchRequest) => new Promise<SearchPage>((resolve) => void go.set(request.text, () => resolve(page(request.text, 0))));
  return { go, search: new Search({ search } as unknown as Backend) };
}

const BY_WORDS = 1;
const BY_MEANING = 2;

/** A search that is answered at once, by words and, where there is a model, by meaning. */
function answering(model: boolean) {
  const asked: string[] = [];
  const search = async ({ text, limit }: SearchRequest) => {
    asked.push(`words ${text} ${limit}`);
    return page(text, BY_WORDS);
  };
  const refine = async ({ text, limit }: SearchRequest) => {
    asked.push(`meaning ${text} ${limit}`);
    return model ? page(text, BY_MEANING) : null;
  };
  return { asked, search: new Search({ search, refine } as unknown as Backend) };
}

const pause = () => vi.advanceTimersByTimeAsync(1000);

test("hits for what was typed before never replace those for what stands in the box", async () => {
  const { go, search } = waiting();
  const early = search.type("招");
  const late = search.type("招人");
  go.get("招人")!();
  await late;
  go.get("招")!();
  await early;
  expect(search.text).toBe("招人");
  expect(search.page?.text).toBe("招人");
});

test("an emptied box shows the shelf, whatever is still on its way", async () => {
  const { go, search } = waiting();
  const early = search.type("招");
  await search.type("");
  go.get("招")!();
  await early;
  expect(search.page).toBeNull();
});

test("words answer at once, meaning after a pause in typing", async () => {
  const { asked, search } = answering(true);
  await search.type("招");
  await search.type("招人");
  expect(search.page?.total).toBe(BY_WORDS);
  await pause();
  expect(search.page?.total).toBe(BY_MEANING);
  expect(asked).toEqual(["words 招 30", "words 招人 30", "meaning 招人 30"]);
});

test("without a model words are all", async () => {
  const { search } = answering(false);
  await search.type("招人");
  await pause();
  expect(search.page?.total).toBe(BY_WORDS);
});

test("a list that somebody points at stays until they leave it", async () => {
  const { search } = answering(true);
  await search.type("招人");
  search.hold();
  await pause();
  expect(search.page?.total).toBe(BY_WORDS);
  search.release();
  expect(search.page?.total).toBe(BY_MEANING);
});

test("a pointer that rests on the list does not keep a typist from the better order", async () => {
  const { search } = answering(true);
  search.hold();
  await search.type("招人");
  await pause();
  expect(search.page?.total).toBe(BY_MEANING);
});

test("what waited for somebody to leave is forgotten with what was typed", async () => {
  const { search } = answering(true);
  await search.type("招人");
  search.hold();
  await pause();
  await search.type("租房");
  search.release();
  expect(search.page?.text).toBe("租房");
  expect(search.page?.total).toBe(BY_WORDS);
});

test("a list in the better order keeps it when it grows under the pointer", async () => {
  const { asked, search } = answering(true);
  await search.type("招人");
  await pause();
  search.hold();
  await search.more();
  expect(search.page?.total).toBe(BY_MEANING);
  expect(asked.at(-1)).toBe("meaning 招人 60");
});
