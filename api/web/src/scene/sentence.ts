/** The passive sentence of an arrow, read from its head, in the charter's own words (sociogram/rules/passive.py). */
import type { PensDocument } from "../api/pens";

/** "Adolescente A est activé(e) par volontaire.": no gender and no article is guessed. */
export function passiveSentence(pens: PensDocument, activated: string, activator: string, status: string): string {
  const sentences = (pens.reading?.["sentences"] ?? {}) as Record<string, string>;
  const template = sentences[status] ?? sentences["active"] ?? "{activated} ← {activator}";
  // A label such as "Homme A, de retour" is closed by a second comma before the verb.
  const head = activated.includes(",") ? `${activated},` : activated;
  const sentence = template.replace(/\{(activated|activator)\}/g, (_, end: string) => (end === "activated" ? head : activator));
  const [first = ""] = sentence;
  return `${first.toUpperCase()}${sentence.slice(first.length)}${/[.!?…]$/.test(sentence) ? "" : "."}`;
}
