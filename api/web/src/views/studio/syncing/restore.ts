/** Put a sheet that only this page still holds on the server again, which was started anew. */
import { address, ask, Refusal } from "../../../api/client";
import type { AnyGesture } from "../../../model/gestures";
import { uuid } from "../../../model/uuid";
import { lang, t } from "../../../i18n";
import { openServerDesk, type Desk } from "../../../studio/desk";
import { namedTexts } from "../../../gestures/withdrawal";
import { lay } from "../state";

/** So many gestures go at once: far under the server's limit of a request. */
const AT_ONCE = 200;
const calls = new WeakMap<Desk, string>();

/** Make the sheet anew, in the server's memory only, with every gesture as it was; then it is open again. Throws `Refusal`. */
export async function putBack(open: Desk): Promise<void> {
  const { texts } = open;
  const query = { lang: lang.peek() };
  const { id } = await ask<{ id: string }>(address("/situations", { ...query, keep: "none" }), {
    method: "POST",
    body: { id: open.id, fictional: true },
    call: callOf(open),
  });
  // What a white sheet says of itself is there already.
  const path = `/situations/${encodeURIComponent(id)}/gestures`;
  const made = await ask<{ gestures: AnyGesture[] }>(address(path, query));
  const there = new Set(made.gestures.map((one) => one.id));
  const log = open.log.filter((one) => !there.has(one.id));
  for (let from = 0; from < log.length; from += AT_ONCE) {
    const gestures = log.slice(from, from + AT_ONCE);
    await ask(address(path, query), {
      method: "POST",
      body: { gestures, texts: named(gestures, texts) },
    });
  }
  const again = await openServerDesk(id, { lang: lang.peek(), keeping: "none" });
  if (!again || again === "gone") throw new Refusal({ type: "about:blank", status: 0, title: t().problem.network }, false);
  lay(again);
}

/** The same for every try: one that broke off half-way goes on with the sheet it made. */
function callOf(open: Desk): string {
  const call = calls.get(open) ?? uuid();
  calls.set(open, call);
  return call;
}

function named(gestures: readonly AnyGesture[], texts: Desk["texts"]): Desk["texts"] {
  const names = new Set(gestures.flatMap(namedTexts));
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.has(name)));
}
