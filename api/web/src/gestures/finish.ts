/** The last step of a fold: what names something that is no longer there names nothing (sociogram/situation/finish.py). */
import type { SituationDocument, Words } from "../model/situation";
import { PARTS, STANDING, type Draft } from "./draft";
import { REFERENCE_FIELDS, TEXT_FIELDS } from "./fields";
import type { Texts } from "./fold";

type Loose = Record<string, unknown> & { id: string };

export function finished(id: string, draft: Draft, texts: Texts): SituationDocument {
  const parts = Object.fromEntries(
    PARTS.map((part) => [part, [...draft.parts[part].values()].map((one) => cleared(part, { ...one } as Loose, draft, texts))]),
  ) as unknown as Pick<SituationDocument, (typeof PARTS)[number]>;
  const { about } = draft;
  return {
    id,
    about: {
      fictional: about.fictional,
      sensitivity: about.sensitivity,
      title: words(about.title, texts),
      notice: words(about.notice, texts),
      place: words(about.place, texts),
    },
    ...parts,
    positions: positions(draft, parts),
    agreed: [...draft.agreed].filter((one) => draft.partOf.has(one)).sort(),
  };
}

function cleared(part: (typeof PARTS)[number], element: Loose, draft: Draft, texts: Texts): Loose {
  for (const field of TEXT_FIELDS[part]) element[field] = words(element[field] as string | null, texts);
  for (const field of REFERENCE_FIELDS[part] ?? []) {
    const named = element[field] as string | null;
    if (named !== null && draft.declared.has(named) && !STANDING.has(draft.partOf.get(named))) element[field] = null;
  }
  if (part === "activations" && draft.agreed.has(element.id)) element["agreed"] = true;
  return element;
}

function words(id: string | null, texts: Texts): Words | null {
  if (id === null || !Object.hasOwn(texts, id)) return null;
  const found = texts[id];
  return { fr: found?.fr ?? "", en: found?.en ?? "" };
}

/** Keep the places of what stands on the sheet: figures, containers, organisations named by something. */
function positions(draft: Draft, parts: Pick<SituationDocument, (typeof PARTS)[number]>): [string, number, number][] {
  const named = new Set<string | null>([
    ...parts.professionals.map((one) => one.organisation),
    ...parts.households.map((one) => one.housed_by),
    ...parts.activations.flatMap((one) => [one.activator, one.activated]),
  ]);
  return [...draft.positions]
    .filter(([id]) => (draft.partOf.has(id) ? STANDING.has(draft.partOf.get(id)) : named.has(id)))
    .map(([id, [x, y]]): [string, number, number] => [id, x, y])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
