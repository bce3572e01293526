/** The sheet as lists: the same figures and arrows, for whoever cannot or would rather not look at the drawing. */
import type { GroupItem } from "../../scene/sheet";
import { groupsOf } from "../../scene/sheet";
import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { loadSheet, sheet } from "./state";

const NODES = new Set(["person", "professional", "household", "institution", "undecided"]);
const CONTAINERS = new Set(["household", "institution"]);

export function InWords() {
  const words = t().list;
  return (
    <Awaited of={sheet} retry={loadSheet}>
      {(drawn) => {
        const nodes = groupsOf(drawn.items, NODES);
        const side = (name: string): GroupItem[] => nodes.filter((node) => node.data["side"] === name);
        const links = groupsOf(drawn.items, new Set(["link"]));
        const undecided = side("undecided");
        return (
          <div class="in-words">
            <Nodes title={words.living} nodes={side("living")} all={nodes} />
            <Nodes title={words.working} nodes={side("working")} all={nodes} />
            {undecided.length > 0 && <Nodes title={words.undecided} nodes={undecided} all={nodes} />}
            {links.length > 0 && <Labels title={words.links} groups={links} />}
            <Labels title={words.arrows} groups={groupsOf(drawn.items, new Set(["activation"]))} ordered />
          </div>
        );
      }}
    </Awaited>
  );
}

/** Those who stand in no container of the sheet first level, their members under them. */
function Nodes({ title, nodes, all }: { title: string; nodes: GroupItem[]; all: GroupItem[] }) {
  const inside = (node: GroupItem): boolean => all.some((other) => other.data["id"] === node.data["parent"]);
  const members = (id: string | undefined): GroupItem[] => all.filter((node) => node.data["parent"] === id);
  return (
    <section>
      <h3>{title}</h3>
      {nodes.length === 0 && <p class="quiet">{t().list.empty}</p>}
      <ul data-from-server>
        {nodes
          .filter((node) => !inside(node))
          .map((node) => (
            <Node key={node.data["id"]} node={node} members={members} />
          ))}
      </ul>
    </section>
  );
}

function Node({ node, members }: { node: GroupItem; members: (id: string | undefined) => GroupItem[] }) {
  const own = CONTAINERS.has(node.data["kind"] ?? "") ? members(node.data["id"]) : [];
  return (
    <li>
      {node.label}
      {own.length > 0 && (
        <ul>
          {own.map((member) => (
            <Node key={member.data["id"]} node={member} members={members} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Labels({ title, groups, ordered }: { title: string; groups: GroupItem[]; ordered?: boolean }) {
  const sorted = [...groups].sort((a, b) => Number(a.data["order"] ?? 0) - Number(b.data["order"] ?? 0));
  const rows = sorted.map((group, index) => <li key={group.data["id"] ?? index}>{group.label}</li>);
  return (
    <section>
      <h3>{title}</h3>
      {ordered ? <ol data-from-server>{rows}</ol> : <ul data-from-server>{rows}</ul>}
    </section>
  );
}
