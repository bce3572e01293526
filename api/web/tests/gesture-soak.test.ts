// @vitest-environment node
/**
 * Many random sequences: SOCIOGRAM_GESTURE_SEQUENCES names a JSON Lines file made by
 * `python -m tools.gesture_sequences`; each line's digest, and that of each of its prefixes, must be found here too.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

import { digest } from "../src/gestures/digest";
import { fold } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";

interface Sequence {
  id?: string;
  gestures: AnyGesture[];
  texts: Record<string, { fr?: string; en?: string }>;
  digest: string;
  prefix_digests?: string[];
}

const file = process.env["SOCIOGRAM_GESTURE_SEQUENCES"];

test.skipIf(!file)("every sequence gives the digests of Python", { timeout: 1_800_000 }, async () => {
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(file ?? ""), crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const { id = "situation", gestures, texts, digest: expected, prefix_digests: prefixes = [] } = JSON.parse(line) as Sequence;
    expect(await digest(fold(id, gestures, texts)), `sequence ${count}`).toBe(expected);
    for (const [index, prefix] of prefixes.entries()) {
      const length = prefixes.length === gestures.length ? index + 1 : index;
      expect(await digest(fold(id, gestures.slice(0, length), texts)), `sequence ${count}, prefix ${length}`).toBe(prefix);
    }
    count++;
  }
  expect(count).toBeGreaterThan(0);
  console.log(`${count} sequences compared`);
});
