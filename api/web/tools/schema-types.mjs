// Write src/model/gestures.ts from sociogram/situation/gestures.schema.json, or with --check only compare.
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMA = new URL("../../../sociogram/situation/gestures.schema.json", import.meta.url);
const TYPES = new URL("../src/model/gestures.ts", import.meta.url);
const HEADER = "/* The types of gestures, made from sociogram/situation/gestures.schema.json by tools/schema-types.mjs. */";

// Every object of the schema is closed by `unevaluatedProperties`, a word the generator does not know.
const schema = JSON.parse(await readFile(SCHEMA, "utf-8"), (_, value) =>
  value && typeof value === "object" && value.type === "object" && !("additionalProperties" in value) ? { ...value, additionalProperties: false } : value,
);
const made = await compile(schema, "AnyGesture", { bannerComment: HEADER, unreachableDefinitions: false, format: true, maxItems: 3, style: { printWidth: 120 } });

if (process.argv.includes("--check")) {
  process.exitCode = made === (await readFile(TYPES, "utf-8").catch(() => "")) ? 0 : 1;
} else {
  await writeFile(TYPES, made);
}
