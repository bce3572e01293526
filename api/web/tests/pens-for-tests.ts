/** As much of `GET /pens` as sentences and stories need; colours are left out. */
import type { PensDocument } from "../src/api/pens";
import type { Lang } from "../src/api/types";

const SENTENCES = {
  fr: {
    active: "{activated} est activé(e) par {activator}",
    ended: "{activated} a été activé(e) par {activator}",
    wished: "{activated} serait activé(e) par {activator}",
  },
  en: {
    active: "{activated} is activated by {activator}",
    ended: "{activated} was activated by {activator}",
    wished: "{activated} would be activated by {activator}",
  },
};

export function pensIn(lang: Lang): PensDocument {
  const pens: Partial<PensDocument> = {
    lang,
    table: [
      { activator: "living", activated: "living", pen: "blue" },
      { activator: "living", activated: "working", pen: "red" },
      { activator: "working", activated: "living", pen: "orange" },
      { activator: "working", activated: "working", pen: "green" },
    ],
    reading: { head_at: "activated", sentences: SENTENCES[lang], read_back: {} },
  };
  return pens as PensDocument;
}
