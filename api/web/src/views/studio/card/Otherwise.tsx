/** "Autrement": other ends, the other way round, or other words; one act, one step of undo. The pen follows by itself. */
import { useId, useState } from "preact/hooks";

import { lang, t } from "../../../i18n";
import { change, join, redirect, type Change } from "../../../gestures/acts";
import type { SceneArrow } from "../../../scene/scene";
import { said as wordsIn } from "../../../scene/naming";
import * as doing from "../doing";
import { desk, living, scene, veil } from "../state";

export function Otherwise({ arrow, onEnd }: { arrow: SceneArrow; onEnd: () => void }) {
  const words = t().studio.keeping.reading.change;
  const before = living.value?.activations.find(({ id }) => id === arrow.id);
  const [activator, setActivator] = useState(arrow.activator);
  const [activated, setActivated] = useState(arrow.activated);
  const first = veil.value ? "" : wordsIn(before?.label ?? null, lang.value);
  const [label, setLabel] = useState(first);
  const id = useId();
  const save = (event: Event): void => {
    event.preventDefault();
    const open = desk.peek();
    if (!open) return;
    const changes: Change[] = [];
    if (activator !== arrow.activator || activated !== arrow.activated)
      changes.push(redirect(open.maker, { id: arrow.id, activator, activated }));
    if (label !== first) changes.push(change(open.maker, arrow.id, { label }));
    if (changes.length === 0 || doing.act(join(...changes))) onEnd();
  };
  const turn = (): void => {
    setActivator(activated);
    setActivated(activator);
  };
  return (
    <form class="read-change" onSubmit={save}>
      <h3>{words.title}</h3>
      <End id={`${id}-head`} label={words.activated} value={activated} onChange={setActivated} />
      <End id={`${id}-tail`} label={words.activator} value={activator} onChange={setActivator} />
      <button type="button" class="button" onClick={turn}>
        {words.turn}
      </button>
      <label for={`${id}-label`}>{words.label}</label>
      <input id={`${id}-label`} type="text" maxLength={120} value={label} onInput={(event) => setLabel(event.currentTarget.value)} />
      <div class="form-end">
        <button type="button" class="button plain" onClick={onEnd}>
          {words.cancel}
        </button>
        <button class="button strong">{words.save}</button>
      </div>
    </form>
  );
}

interface EndProps {
  id: string;
  label: string;
  value: string;
  onChange: (id: string) => void;
}

/** Everybody on the sheet, by the names it shows now. */
function End({ id, label, value, onChange }: EndProps) {
  const nodes = [...(scene.value?.nodes.values() ?? [])].filter((one) => one.kind !== "undecided");
  return (
    <>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)} data-from-server>
        {nodes.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </>
  );
}
