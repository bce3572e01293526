/** Who can help, asked from the sheet: the question and its answer live in memory, and no longer than the sheet. */
import { computed, effect, signal } from "@preact/signals";

import { providers } from "../../../app/vocabulary";
import type { Suggestion } from "../../../api/types";
import { t } from "../../../i18n";
import type { Option } from "../../../parts/Combobox";
import { surroundings } from "../../../sharing/surroundings";
import { supposed } from "../../../studio/suppose";
import { drawWay, missingArrows, organisationsOn, originFor, placed, placesAlong } from "../../../studio/way";
import { Inquiry } from "../../help/inquiry";
import * as doing from "../doing";
import { announce, desk, living } from "../state";

export const inquiry = new Inquiry();

/** Whether there is a directory to ask: the single file has none, and a lent tablet may not ask it. */
export function atHand(): boolean {
  return surroundings.value === "laptop" && providers.value !== undefined;
}

/** The figure one asks for; undefined while the panel is closed. */
export const askingFor = signal<string | undefined>(undefined);

/** The services of the sheet that the directory knows: where a question may start. */
export const services = computed<Option[]>(() => {
  const names = new Map((providers.value ?? []).map((one) => [one.id, one.name]));
  const document = living.value;
  const waiting = desk.value?.journal.waiting().map(([id]) => id) ?? [];
  return [...(document ? organisationsOn(document) : []), ...waiting].flatMap((id) => {
    const label = names.get(id);
    return label === undefined ? [] : [{ value: id, label }];
  });
});

export function askFor(figure: string): void {
  const document = living.peek();
  if (!document) return;
  const here = services.peek();
  const start = originFor(document, figure) ?? (here.length === 1 ? here[0]?.value : null);
  const origin = here.find(({ value }) => value === start) ?? null;
  if (askingFor.peek() !== figure) inquiry.clear();
  inquiry.set({ origin });
  askingFor.value = figure;
}

/** Close the panel and forget what was asked. */
export function leave(): void {
  askingFor.value = undefined;
  inquiry.clear();
}

/** Draw the way to a service as wished arrows: one act. What is drawn already is not drawn twice. */
export function draw(suggestion: Suggestion): void {
  const now = doing.open();
  const asker = askingFor.peek();
  if (!now || asker === undefined) return;
  const way = suggestion.path.map(({ actor }) => actor);
  const arrows = missingArrows(now.document, asker, way);
  const words = t().studio.near.way;
  leave();
  if (arrows.length === 0) return doing.sorry(words.already, null);
  const drawn = drawWay(now.desk.maker, arrows, way);
  const places = placesAlong(now.draw(supposed(now.desk, drawn)), [asker, ...way]);
  if (doing.act(placed(now.desk.maker, drawn, places))) announce(words.drawn(arrows.length));
}

// A sheet that is closed takes its question along.
effect(() => {
  void desk.value;
  leave();
});
