/** The spare copy: one button in the bar for a kept sheet; and before a sheet is open, the copies that wait. */
import { useEffect, useState } from "preact/hooks";

import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { begin, copying, end, fault, forget, found, look, mayVanish, offered, takeUp } from "../../../sharing/offline";
import { newer } from "../../../sharing/page-worker";
import { desk, status } from "../state";
import { BarButton } from "./BarButton";

export function SpareButton() {
  const [open, setOpen] = useState(false);
  const words = t().studio.sharing.offline;
  if (!offered.value) return null;
  return (
    <>
      <BarButton
        picture="spare"
        label={copying.value ? words.on : words.button}
        word={words.short}
        on={copying.value}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Dialog title={words.offer} onClose={() => setOpen(false)}>
          <p>{words.explain}</p>
          {copying.value && <p role="status">{waiting()}</p>}
          {copying.value && mayVanish.value && <p>{words.notKept}</p>}
          <Fault />
          <div class="actions">
            {copying.value ? (
              <button type="button" class="button" onClick={() => void end()}>
                {words.stop}
              </button>
            ) : (
              <button type="button" class="button strong" onClick={() => void begin()}>
                {words.begin}
              </button>
            )}
          </div>
        </Dialog>
      )}
      {newer.value && (
        <p class="file-state" role="status">
          {words.newer}{" "}
          <button type="button" class="button" onClick={() => location.reload()}>
            {words.reload}
          </button>
        </p>
      )}
    </>
  );
}

function waiting(): string {
  const words = t().studio.sharing.offline;
  void status.value;
  const count = desk.value?.unsent ?? 0;
  return count === 0 ? words.on : words.waiting(count);
}

/** On the studio's first page. */
export function FoundCopies() {
  const words = t().studio.sharing.offline;
  useEffect(() => void look(), []);
  if (found.value.length === 0) return <Fault />;
  return (
    <section class="found-copies card">
      <h2>{words.found}</h2>
      <p>{words.foundMore}</p>
      <Fault />
      <ul class="devices">
        {found.value.map((one) => (
          <li key={one.id}>
            <button type="button" class="button strong" onClick={() => void takeUp(one)}>
              {words.resume}
            </button>
            <button type="button" class="button" onClick={() => void forget(one)}>
              {words.erase}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fault() {
  return fault.value === "" ? null : (
    <p class="fault" role="alert">
      {fault.value}
    </p>
  );
}
