/** The passive sentence of an arrow, read from its head: the twin of sociogram/rules/passive.py. The wording is the charter's. */
import type { PensDocument } from "../api/pens";
import type { Activation } from "../model/situation";
import type { Naming } from "./naming";

/** "Adolescente A est activé(e) par volontaire.": no gender and no article is guessed. "" before the pens are known. */
export function sentenceOf(arrow: Pick<Activation<unknown>, "activator" | "activated" | "status">, naming: Naming, pens: PensDocument | undefined): string {
  const pattern = pens?.reading?.sentences[arrow.status] ?? pens?.reading?.sentences["active"];
  if (pattern === undefined) return "";
  const activated = naming.full(arrow.activated);
  // A label such as "Homme A, de retour" is closed by a second comma before the verb.
  const ends = { activated: activated.includes(",") ? `${activated},` : activated, activator: naming.full(arrow.activator) };
  const said = pattern.replace(/\{(activated|activator)\}/g, (_, end: "activated" | "activator") => ends[end]);
  const [first = "", ...rest] = said;
  return `${first.toUpperCase()}${rest.join("")}${/[.!?…]$/u.test(said) ? "" : "."}`;
}
