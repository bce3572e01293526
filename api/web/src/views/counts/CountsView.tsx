/** The part "Comptes": a quarter or a semester, persons apart from contacts, and what one does at its end. */
import { useEffect } from "preact/hooks";

import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { PartHead } from "../../parts/PartHead";
import { CountQuestion } from "./CountQuestion";
import { Files } from "./Files";
import { Numbers } from "./Numbers";
import { answer, asked, load } from "./state";

export function CountsView() {
  const words = t().counts;
  useEffect(load, [lang.value, asked.value]);
  return (
    <div class="column">
      <PartHead title={words.title} intro={words.intro} />
      <CountQuestion />
      <Awaited of={answer} retry={load}>
        {(found) => <Numbers found={found} />}
      </Awaited>
      <Files />
    </div>
  );
}
