/// <reference types="vitest/config" />
import { defineConfig } from "vite";

// Everything is served from our own address: no inlined asset, no inline script (the page's policy forbids both).
export default defineConfig({
  base: "./",
  publicDir: "public",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      input: { index: "index.html", tablet: "tablet.html", worker: "service-worker/worker.ts" },
      // The service worker is found by its name, and asked anew each time.
      output: {
        // What several parts need comes in one file: dozens of small ones would each wait for their turn.
        codeSplitting: { groups: [{ name: "shared", test: /\/src\/(api|app|parts)\/|preact/, minShareCount: 2 }] },
        entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
  },
});
