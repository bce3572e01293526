/** The Situations part: the list, or one situation with its sheet and what stands around it. */
import { useEffect } from "preact/hooks";

import { lang } from "../../i18n";
import { follow, putAway } from "./following";
import { SituationList } from "./SituationList";
import { SituationSheet } from "./SituationSheet";
import { chosen, loadList, loadSheet, options } from "./state";

export function SituationsView() {
  useEffect(() => putAway, []);
  useEffect(loadList, [lang.value]);
  useEffect(loadSheet, [lang.value, chosen.value, options.value]);
  useEffect(follow, [chosen.value]);
  return chosen.value === null ? <SituationList /> : <SituationSheet id={chosen.value} />;
}
