/** All that can be done with one thing, as a list of large buttons beside it. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { actionsFor, type Action } from "./actions";
import * as doing from "./doing";
import { near } from "./floating";
import { backToPaper } from "./focus";
import * as state from "./state";

export function ElementMenu() {
  const open = state.menu.value;
  return open && state.pane.value ? <Panel key={open.id} id={open.id} at={open.at} /> : null;
}

function Panel({ id, at }: { id: string; at: { x: number; y: number } }) {
  const box = useRef<HTMLDivElement>(null);
  void state.seen.value;
  useLayoutEffect(() => near(box.current, at, 4));
  useEffect(() => box.current?.querySelector<HTMLElement>(".menu-action")?.focus({ preventScroll: true }), []);
  const arrow = state.scene.value?.arrows.get(id);
  const name = arrow?.sentence ?? doing.nameOf(id);
  const words = t().studio.drawing;
  return (
    <div class="element-menu" role="dialog" aria-label={words.menu.label(name)} ref={box} onKeyDown={move}>
      <header>
        <p {...(arrow ? {} : { dir: "auto" })} data-from-server>
          {name}
        </p>
        <button type="button" class="round quiet-button" aria-label={words.ring.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <ActionList actions={actionsFor(id)} onDone={close} />
    </div>
  );
}

export function ActionList({ actions, onDone }: { actions: readonly Action[]; onDone: () => void }) {
  const run = (action: Action): void => {
    onDone();
    action.run();
  };
  return (
    <>
      {grouped(actions).map((group) => (
        <ul key={group[0]?.key} class="menu-group">
          {group.map((action) => (
            <Deed key={action.key} action={action} run={() => run(action)} />
          ))}
        </ul>
      ))}
    </>
  );
}

/** What belongs together stands together: oneself and arrows, kin, places and sides, and at the end what takes away. */
const ORDER: readonly (readonly string[])[] = [
  ["couple", "parent", "siblings", "foster", "other", "same"],
  ["belong", "work", "house", "gather", "since", "leave", "noHome", "unsaid", "living", "working", "active", "ended", "wished", "referral"],
  ["agree", "remove", "withdraw"],
];

function grouped(actions: readonly Action[]): Action[][] {
  const place = ({ key }: Action): number => ORDER.findIndex((keys) => keys.includes(key));
  return [-1, ...ORDER.keys()].map((at) => actions.filter((one) => place(one) === at)).filter((group) => group.length > 0);
}

function Deed({ action, run }: { action: Action; run: () => void }) {
  return (
    <li>
      <button
        type="button"
        class="menu-action"
        data-action={action.key}
        {...(action.on === undefined ? {} : { "aria-pressed": action.on })}
        onClick={run}
      >
        {action.label}
      </button>
    </li>
  );
}

function close(): void {
  state.menu.value = null;
  backToPaper(state.selected.peek());
}

/** Up and down go among the actions; Escape closes. */
function move(event: KeyboardEvent): void {
  if (event.key === "Escape") {
    event.stopPropagation();
    close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons.at((at + step) % buttons.length)?.focus();
}
