// Bundles bench_studio_page.ts into one file; run by bench_studio.py, which says where it goes.
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  root: here("."),
  configFile: false,
  logLevel: "error",
  resolve: { alias: { cytoscape: here("../api/web/node_modules/cytoscape/dist/cytoscape.esm.min.mjs") } },
  build: {
    outDir: process.env.BENCH_OUT,
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: here("bench_studio_page.ts"), formats: ["iife"], name: "studioBench", fileName: () => "bench.js" },
  },
};
