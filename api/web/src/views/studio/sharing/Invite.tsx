/** Inviting a tablet: the picture and the code, who has the sheet, and one tap to take it back. For the facilitator only. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { begin, end, fault, invite, lending, loan, look, remove } from "../../../sharing/lending";
import type { Invitation, Loan } from "../../../sharing/pairing";
import { desk } from "../state";
import { BarButton } from "./BarButton";

export function Invite() {
  const [open, setOpen] = useState(false);
  const words = t().studio.sharing.tablet;
  const lent = loan.value?.situation === desk.value?.id ? loan.value : null;
  const count = lent?.devices.length ?? 0;
  const show = (): void => {
    setOpen(true);
    void look();
  };
  return (
    <>
      <BarButton
        picture="tablet"
        label={count > 0 ? `${words.invite} (${words.lent(count)})` : words.invite}
        word={words.short}
        on={lent !== null}
        count={count}
        onClick={show}
      />
      {open && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <Focused on={`${lent !== null} ${count}`}>
            <Body lent={lent} />
          </Focused>
          {fault.value !== "" && (
            <p class="fault" role="alert">
              {fault.value}
            </p>
          )}
        </Dialog>
      )}
    </>
  );
}

/** A button that was pressed and is no longer there leaves the focus nowhere: it stays in the dialog. */
function Focused({ on, children }: { on: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, [on]);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}

function Body({ lent }: { lent: Loan | null }) {
  const words = t().studio.sharing.tablet;
  if (lending.value && !lending.value.offered) return <p>{words.notOffered}</p>;
  if (lent) return <Lent lent={lent} />;
  return (
    <>
      <p>{words.explain}</p>
      <p>{words.clear}</p>
      <div class="actions">
        <button type="button" class="button strong" onClick={() => void begin()}>
          {words.begin}
        </button>
      </div>
    </>
  );
}

function Lent({ lent }: { lent: Loan }) {
  const words = t().studio.sharing.tablet;
  return (
    <div class="invitation">
      {lent.invitation ? <Code invitation={lent.invitation} address={lent.address} /> : <p>{words.noCode}</p>}
      <section>
        <h3>{words.devices}</h3>
        {lent.devices.length === 0 && <p>{words.none}</p>}
        <ul class="devices">
          {lent.devices.map(({ id, number }) => (
            <li key={id}>
              <span>{words.device(number)}</span>
              <button type="button" class="button" aria-label={words.remove(number)} onClick={() => void remove(id)}>
                {words.removeShort}
              </button>
            </li>
          ))}
        </ul>
        <p>{words.left(Math.max(1, Math.ceil(lent.seconds_left / 60)))}</p>
        <div class="actions">
          <button type="button" class="button" onClick={() => void invite()}>
            {words.fresh}
          </button>
          <button type="button" class="button" onClick={() => void end()}>
            {words.end}
          </button>
        </div>
      </section>
    </div>
  );
}

function Code({ invitation, address }: { invitation: Invitation; address: string }) {
  const words = t().studio.sharing.tablet;
  const { size, d } = invitation.qr;
  return (
    <section>
      <p>{words.scan}</p>
      <svg class="qr" role="img" aria-label={words.qr} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
        <rect width={size} height={size} />
        <path d={d} />
      </svg>
      <p>{words.type}</p>
      <p class="typed-address">{address}</p>
      <p class="typed-code">
        <span class="visually-hidden">{words.code} </span>
        {invitation.code.slice(0, 3)} {invitation.code.slice(3)}
      </p>
      <p class="quiet">{words.codeEnds(Math.max(1, Math.ceil(invitation.seconds_left / 60)))}</p>
    </section>
  );
}
