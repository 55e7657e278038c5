import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Every engine we run in reads woff2; the older copies would double what we ship. */
const onlyWoff2: Plugin = {
  name: "only-woff2",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("@fontsource")) return null;
    return code.replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/g, "");
  },
};

export default defineConfig({
  base: "./",
  plugins: [onlyWoff2, svelte()],
  // The content policy of the window lets no `data:` fonts or styles in.
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ["src/**/*.test.ts"], css: { include: /tokens/ } },
});
