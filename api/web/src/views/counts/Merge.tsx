/** Partners' files put together: who has not sent is named, a referral counted at both ends is one. Nothing is kept. */
import { useState } from "preact/hooks";

import { mergeFiles } from "../../api/counts";
import type { MergedAnswer } from "../../api/count-types";
import { Remote } from "../../api/remote";
import { said, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { FigureTable } from "./FigureTable";
import { MergedPage } from "./MergedPage";

export function Merge() {
  const words = t().counts;
  const [merged] = useState(() => new Remote<MergedAnswer>());
  const [unread, setUnread] = useState<string[]>([]);
  const [files, setFiles] = useState<readonly unknown[]>([]);
  const take = async (chosen: FileList | null): Promise<void> => {
    if (!chosen || chosen.length === 0) return;
    const bad: string[] = [];
    const read: unknown[] = [];
    for (const file of chosen) {
      try {
        read.push(JSON.parse(await file.text()));
      } catch {
        bad.push(file.name);
      }
    }
    setUnread(bad);
    setFiles(read);
    if (read.length > 0) void merged.load((stop) => mergeFiles(read, stop));
  };
  return (
    <div class="merge">
      <p class="quiet">{words.mergeIntro}</p>
      <label class="file-choice">
        <input type="file" multiple accept=".json,application/json" onChange={(event) => void take(event.currentTarget.files)} />
        <span class="button">{words.chooseFiles}</span>
      </label>
      {unread.length > 0 && (
        <p class="fault" role="alert">
          {words.unreadable} <span data-from-server>{unread.join(", ")}</span>
        </p>
      )}
      <Awaited of={merged}>
        {(found) => (
          <>
            <MergedPage files={files} />
            <Together found={found} />
          </>
        )}
      </Awaited>
    </div>
  );
}

function Together({ found }: { found: MergedAnswer }) {
  const words = t().counts;
  const { at_least: low, at_most: high } = found.persons;
  return (
    <section class="numbers">
      <h3 data-from-server>
        {found.label}, {found.months}
      </h3>
      <p>
        {words.sent} <span data-from-server>{found.files.map((one) => one.organisation).join(", ")}</span>
      </p>
      {found.missing.length > 0 && (
        <p class="mark warn">
          {words.missing} <span data-from-server>{found.missing.join(", ")}</span>
        </p>
      )}
      {low !== null && <p class="persons">{high !== null ? words.personsBetween(low, high) : words.personsAtLeast(low)}</p>}
      {found.tables.map((table) => (
        <FigureTable key={table.by} table={table} total={found.total} />
      ))}
      <ul class="notes quiet" data-from-server>
        {found.notes.map((note) => (
          <li key={note}>{said(note)}</li>
        ))}
      </ul>
    </section>
  );
}
