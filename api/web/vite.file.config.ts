/** The second build: the whole studio in one HTML file, for a USB key and no network (docs/design/0018). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { defineConfig, type Plugin, type Rollup } from "vite";

const PAGE = "studio-file.html";
const STAND_IN = fileURLToPath(new URL("./src/sharing/no-server.ts", import.meta.url));
const MARK = `data:image/svg+xml;base64,${readFileSync(new URL("./public/mark.svg", import.meta.url)).toString("base64")}`;
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

/** Whoever would speak to a server finds nobody there. */
function noServer(): Plugin {
  return {
    name: "no-server",
    enforce: "pre",
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      return /\/src\/api\/(client|lock)\.ts$/.test(found?.id ?? "") ? STAND_IN : null;
    },
  };
}

/** Puts every script and style into the page, names each by its digest in the policy, and leaves no other file. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    // After all others: Vite finishes in this hook what it began where words are asked for later.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
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
    },
  };
}

function assembled(page: string, code: string, css: string): string {
  // Nothing in the script may end the element that holds it.
  const script = code.replaceAll("./mark.svg", MARK).replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--").trim();
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
  plugins: [noServer(), oneFile()],
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
