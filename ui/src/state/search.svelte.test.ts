import { expect, test } from "vitest";
import type { Backend } from "../backend/backend";
import type { SearchPage } from "../wire/SearchPage";
import type { SearchRequest } from "../wire/SearchRequest";
import { Search } from "./search.svelte";

/** A search whose replies wait until they are let go, by query. */
function waiting() {
  const go = new Map<string, () => void>();
  const search = (request: SearchRequest) =>
    new Promise<SearchPage>((resolve) => {
      go.set(request.text, () => resolve({ text: request.text, corrected: null, total: 0, hits: [], facets: [] }));
    });
  return { go, search: new Search({ search } as unknown as Backend) };
}

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
