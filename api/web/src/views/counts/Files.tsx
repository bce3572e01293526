/** The end of a period: the page to print, the paper slip to enter, the file that may leave, partners' files together. */
import { useState } from "preact/hooks";

import { countFile } from "../../api/counts";
import { t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import { Icon } from "../../parts/Icon";
import { Merge } from "./Merge";
import { asked } from "./state";
import { TallyForm } from "./TallyForm";

export function Files() {
  const words = t().counts;
  const [opened, setOpened] = useState<"tally" | "merge" | null>(null);
  const { kind, period, organisation, asOf } = asked.value;
  const file = (what: "report.pdf" | "aggregate"): string => countFile(what, period, organisation?.value ?? "", asOf);
  const [kept, setKept] = useState(false);
  const close = (): void => setOpened(null);
  return (
    <section class="count-files">
      <h2>{words.end}</h2>
      <a class="button strong wide" href={file("report.pdf")} target="_blank" rel="noopener">
        <Icon name="print" /> <span>{words.report}</span>
      </a>
      <button type="button" class="button wide" onClick={() => setOpened("tally")}>
        <Icon name="write" /> <span>{words.tally}</span>
      </button>
      {kept && <p role="status">{words.kept}</p>}
      {kind === "S" ? (
        <a class="button wide" href={file("aggregate")} download>
          <Icon name="save" /> <span>{words.aggregate}</span>
        </a>
      ) : (
        <p class="quiet">{words.semesterOnly}</p>
      )}
      <button type="button" class="button wide" onClick={() => setOpened("merge")}>
        <Icon name="import" /> <span>{words.merge}</span>
      </button>
      {opened === "tally" && (
        <Dialog title={words.tally} onClose={close}>
          <TallyForm
            onKept={() => {
              close();
              setKept(true);
            }}
          />
        </Dialog>
      )}
      {opened === "merge" && (
        <Dialog title={words.merge} onClose={close}>
          <Merge />
        </Dialog>
      )}
    </section>
  );
}
