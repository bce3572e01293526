// @vitest-environment node
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("src/model/gestures.ts is what the schema makes", () => {
  const tool = fileURLToPath(new URL("../tools/schema-types.mjs", import.meta.url));
  expect(() => execFileSync(process.execPath, [tool, "--check"], { stdio: "pipe" })).not.toThrow();
});
