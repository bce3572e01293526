/** The sheet as lists: the same figures and arrows, for whoever cannot or would rather not look at the drawing. */
import { groupsOf, type GroupItem } from "../../scene/sheet";
import { said, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { loadSheet, sheet, story } from "./state";

const NODES = new Set(["person", "professional", "household", "institution", "undecided"]);
const LINKS = new Set(["link"]);

export function InWords() {
  const words = t().list;
  return (
    <Awaited of={sheet} retry={loadSheet}>
      {(drawn) => {
        const nodes = groupsOf(drawn.items, NODES);
        const side = (name: string): GroupItem[] => nodes.filter((node) => node.data["side"] === name);
        const links = groupsOf(drawn.items, LINKS);
        return (
          <div class="in-words">
            <Nodes title={words.living} nodes={side("living")} all={nodes} />
            <Nodes title={words.working} nodes={side("working")} all={nodes} />
            {side("undecided").length > 0 && <Nodes title={words.undecided} nodes={side("undecided")} all={nodes} />}
            {links.length > 0 && <Links links={links} nodes={nodes} />}
            <Arrows />
          </div>
        );
      }}
    </Awaited>
  );
}

interface NodesProps {
  title: string;
  nodes: GroupItem[];
  all: GroupItem[];
}

/** Those who stand in no container of the sheet; members come under their container. */
function Nodes({ title, nodes, all }: NodesProps) {
  const outside = nodes.filter((node) => !all.some((other) => other.data["id"] === node.data["parent"]));
  return (
    <section>
      <h3>{title}</h3>
      {nodes.length === 0 && <p class="quiet">{t().list.empty}</p>}
      <ul data-from-server>
        {outside.map((node) => (
          <Node key={node.data["id"]} node={node} all={all} />
        ))}
      </ul>
    </section>
  );
}

function Node({ node, all }: { node: GroupItem; all: GroupItem[] }) {
  const members = all.filter((other) => other.data["parent"] === node.data["id"]);
  return (
    <li>
      {node.label}
      {members.length > 0 && (
        <ul>
          {members.map((member) => (
            <Node key={member.data["id"]} node={member} all={all} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Links({ links, nodes }: { links: GroupItem[]; nodes: GroupItem[] }) {
  const words = t().list;
  const name = (id: string | undefined): string => nodes.find((node) => node.data["id"] === id)?.label ?? "";
  const sentence = ({ data }: GroupItem): string => {
    const [a, b] = [name(data["a"]), name(data["b"])];
    if (data["link"] === "filiation") return words.parent(a, b);
    return words.link(a, b, words.kinds[data["link"] as keyof typeof words.kinds] ?? words.kinds.other);
  };
  return (
    <section>
      <h3>{words.links}</h3>
      <ul>
        {links.map((link, index) => (
          <li key={link.data["id"] ?? index}>{sentence(link)}</li>
        ))}
      </ul>
    </section>
  );
}

function Arrows() {
  const lines = story.value?.lines ?? [];
  return (
    <section>
      <h3>{t().list.arrows}</h3>
      {lines.length === 0 && <p class="quiet">{t().story.none}</p>}
      <ol data-from-server>
        {lines.map((line) => (
          <li key={line.arrow} value={line.number}>
            {said(line.sentence)}
          </li>
        ))}
      </ol>
    </section>
  );
}
