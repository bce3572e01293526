/** The second build: the whole studio in one HTML file, for a USB key and no network (docs/design/0018). */
import { createHash } from "node:crypto";

import { defineConfig, type Plugin, type Rollup } from "vite";

const PAGE = "studio-file.html";
/** Where the pens document of both languages is put, by `sociogram studio-file` (api/use_cases/studio_file.py). */
const POLICY = (scripts: string[], styles: string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");

/** Puts every script and style into the page, names each by its digest in the policy, and leaves no other file. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle[PAGE];
      if (page?.type !== "asset") throw new Error(`${PAGE} is not in the bundle`);
      const inside = Object.values(bundle).filter((one) => one !== page);
      const script = inside.filter((one): one is Rollup.OutputChunk => one.type === "chunk");
      const style = inside.filter((one): one is Rollup.OutputAsset => one.type === "asset" && one.fileName.endsWith(".css"));
      const others = inside.filter((one) => !script.includes(one as never) && !style.includes(one as never));
      if (script.length !== 1 || style.length !== 1 || others.length > 0) {
        throw new Error(`one script and one style are expected, not ${inside.map(({ fileName }) => fileName).join(", ")}`);
      }
      page.source = assembled(String(page.source), script[0]!.code, String(style[0]!.source));
      for (const one of inside) delete bundle[one.fileName];
    },
  };
}

function assembled(page: string, code: string, css: string): string {
  // Nothing in the script may end the element that holds it.
  const script = code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--").trim();
  const style = css.trim();
  if (style.includes("</style")) throw new Error("the style would end its own element");
  const policy = POLICY([hash(script)], [hash(style)]);
  const without = page
    .replace(/\s*<script type="module"[^>]*><\/script>/, "")
    .replace(/\s*<link rel="stylesheet"[^>]*>/, "");
  return without
    .replace("<!-- policy -->", () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace("<!-- style -->", () => `<style>${style}</style>`)
    .replace("<!-- script -->", () => `<script type="module">${script}</script>`);
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [oneFile()],
  define: { __NO_SERVER__: "true" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "static",
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 10_000_000,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { input: PAGE, output: { codeSplitting: false } },
  },
});
