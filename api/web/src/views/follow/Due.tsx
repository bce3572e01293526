/** By when an answer is awaited, or since when. */
import type { Referral } from "../../api/referral-types";
import { lang, t } from "../../i18n";
import { momentInWords } from "../../parts/moment";

export function Due({ of }: { of: Pick<Referral, "due" | "overdue"> }) {
  if (!of.due) return null;
  const words = t().follow;
  const when = momentInWords(of.due, lang.value);
  return <p class={of.overdue ? "due late" : "due quiet"}>{of.overdue ? words.wasDue(when) : words.due(when)}</p>;
}
