/** The sentences of the drawing, from a dictionary: those of its own area, and those of kinship lines, said elsewhere too. */
import type { Messages } from "../../../i18n";
import type { Phrases } from "../../../studio/telling";

export function phrasesOf(messages: Messages): Phrases {
  const { list, studio } = messages;
  const kinds: Record<string, string> = list.kinds;
  return {
    ...studio.replay.says,
    link: (a, b, kind) => `${kind === "filiation" ? list.parent(a, b) : list.link(a, b, kinds[kind] ?? list.kinds.other)}.`,
  };
}
