/** The sheet in words: everything that stands on it, with all that can be done, for whoever does not draw or see. */
import { useEffect, useRef, useState } from "preact/hooks";

import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import type { SceneNode } from "../../scene/scene";
import { ADDABLE } from "../../studio/keys";
import { actionsFor } from "./actions";
import * as doing from "./doing";
import { ActionList } from "./ElementMenu";
import { backToPaper } from "./focus";
import { goTo } from "./keying";
import { projectedHere } from "./room/state";
import * as state from "./state";

export function SheetList() {
  const scene = state.scene.value;
  const words = t().studio.drawing.list;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  if (!scene) return null;
  const nodes = [...scene.nodes.values()];
  const of = (...kinds: SceneNode["kind"][]): SceneNode[] => nodes.filter(({ kind }) => kinds.includes(kind));
  return (
    <section class="sheet-list" aria-labelledby="sheet-list-title">
      <header>
        <h2 id="sheet-list-title" tabIndex={-1} ref={title}>
          {words.title}
        </h2>
        <button type="button" class="round quiet-button" aria-label={words.close} onClick={() => (state.listing.value = false)}>
          <Icon name="close" />
        </button>
      </header>
      <Adding />
      <Nodes title={words.people} nodes={of("person")} />
      <Nodes title={words.homes} nodes={of("household")} />
      <Nodes title={words.professionals} nodes={of("professional")} />
      <Nodes title={words.services} nodes={of("institution")} />
      {of("undecided").length > 0 && <Nodes title={words.undecided} nodes={of("undecided")} />}
      <Arrows />
      <Links />
    </section>
  );
}

function Adding() {
  const { list, kinds } = t().studio.drawing;
  return (
    <p class="list-adding" role="group" aria-label={list.add}>
      {ADDABLE.map((what) => (
        <button key={what} type="button" class="button" onClick={() => doing.add(what, null, true)}>
          + {kinds[what]}
        </button>
      ))}
    </p>
  );
}

function Nodes({ title, nodes }: { title: string; nodes: readonly SceneNode[] }) {
  const words = t().studio.drawing.list;
  return (
    <section>
      <Heading title={title} count={nodes.length} />
      {nodes.length === 0 && <p class="quiet">{words.none}</p>}
      <ul>
        {nodes.map((node, index) => (
          <Item key={node.id} id={node.id} name={node.label || `${doing.nameOf(node.id)} ${index + 1}`} about={about(node)} />
        ))}
      </ul>
    </section>
  );
}

/** Nothing is counted on a screen that everybody sees. */
function Heading({ title, count }: { title: string; count: number }) {
  return <h3>{projectedHere.value ? title : `${title} (${count})`}</h3>;
}

/** Where somebody belongs, or who is in a place. */
function about(node: SceneNode): string {
  const words = t().studio.drawing.list;
  if (node.parent !== null) return (node.kind === "professional" ? words.worksAt : words.homeOf)(doing.nameOf(node.parent));
  return node.members.length > 0 ? words.holds(node.members.map(doing.nameOf).join(", ")) : "";
}

function Arrows() {
  const words = t().studio.drawing.list;
  const arrows = [...(state.scene.value?.arrows.values() ?? [])].sort((a, b) => a.number - b.number);
  return (
    <section>
      <Heading title={words.arrows} count={arrows.length} />
      {arrows.length === 0 && <p class="quiet">{words.none}</p>}
      <ol>
        {arrows.map(({ id, sentence, words: about, number }) => (
          <Item key={id} id={id} name={sentence} about={about} number={number} />
        ))}
      </ol>
    </section>
  );
}

function Links() {
  const { list, links } = t().studio.drawing;
  const kinships = state.living.value?.kinships ?? [];
  if (kinships.length === 0) return null;
  const named = links as Record<string, string>;
  return (
    <section>
      <Heading title={list.links} count={kinships.length} />
      <ul>
        {kinships.map(({ id, a, b, kind }) => (
          <Item key={id} id={id} name={list.link(doing.nameOf(a), doing.nameOf(b), named[kind] ?? kind)} about="" />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  id: string;
  name: string;
  about: string;
  number?: number;
}

function Item({ id, name, about: more, number }: ItemProps) {
  const words = t().studio.drawing.list;
  const [open, setOpen] = useState(false);
  const chosen = state.selected.value === id;
  return (
    <li class={chosen ? "list-item chosen" : "list-item"} {...(number === undefined ? {} : { value: number })}>
      <button type="button" class="list-name" aria-expanded={open} onClick={() => setOpen(!open)}>
        <bdi data-from-server>{name}</bdi>
        {more && <small data-from-server>{more}</small>}
      </button>
      {open && (
        <div class="list-actions">
          <button type="button" class="menu-action" onClick={() => show(id)}>
            {words.show}
          </button>
          <ActionList actions={actionsFor(id)} onDone={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}

function show(id: string): void {
  goTo(id);
  backToPaper(id);
}
