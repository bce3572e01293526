/** One case at the door: what Python answered, and what the page answers. */
import { canonicalJson } from "../src/gestures/digest";
import { fold, type Texts } from "../src/gestures/fold";
import { Journal } from "../src/gestures/journal";
import { refuse } from "../src/gestures/refusal";
import { strippedTexts } from "../src/gestures/text";
import type { AnyGesture } from "../src/model/gestures";

export interface Case {
  log: AnyGesture[];
  texts: Texts;
  change: { gestures: AnyGesture[]; texts: Texts };
  known: string[];
  verdict: string | null;
  digest: string | null;
}

/** The code of the refusal, or null and the digest of what stands afterwards. */
export async function answered({ log, texts, change, known }: Case): Promise<Pick<Case, "verdict" | "digest">> {
  const verdict = refuse(fold("random", log, texts), log, change, new Set(known), texts);
  if (verdict !== null) return { verdict, digest: null };
  const journal = new Journal("random", log, texts);
  journal.append({ ...change, texts: strippedTexts(change.texts) });
  const after = {
    log: journal.log,
    texts: Object.fromEntries(Object.entries(journal.texts).map(([id, { fr, en }]) => [id, { fr: fr ?? "", en: en ?? "" }])),
    document: journal.document,
  };
  return { verdict, digest: await sha256(canonicalJson(after)) };
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
