// @vitest-environment node
/** Many random cases: SOCIOGRAM_REFUSAL_CASES names a JSON Lines file made by `python -m tools.refusal_cases`. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

import { answered, type Case } from "./refusal-cases";

const FILE = process.env["SOCIOGRAM_REFUSAL_CASES"];

test.skipIf(!FILE)(
  "every case is answered alike",
  async () => {
    let compared = 0;
    for await (const line of createInterface({ input: createReadStream(FILE ?? "") })) {
      const one = JSON.parse(line) as Case;
      expect(await answered(one), `case ${compared}: ${line}`).toEqual({ verdict: one.verdict, digest: one.digest });
      compared++;
    }
    console.log(`${compared} cases compared`);
    expect(compared).toBeGreaterThan(0);
  },
  600_000,
);
