/** Lines of a legend, each with a real sample beside its words. */
import type { Inks, LegendLine } from "../../api/pens";
import { Arrow, Figure } from "./Stroke";

export function Samples({ lines, palette }: { lines: readonly LegendLine[]; palette: Inks }) {
  return (
    <ul class="samples" data-from-server>
      {lines.map((line) => (
        <li key={line.key}>
          <Sample line={line} palette={palette} />
          <span>{line.text}</span>
        </li>
      ))}
    </ul>
  );
}

function Sample({ line, palette }: { line: LegendLine; palette: Inks }) {
  if (line.sample === "arrow") return <Arrow ink={palette.arrows[line.pen as "blue"]} />;
  const side = line.sample === "working figure" ? "working" : line.sample.startsWith("undecided") ? "undecided" : "living";
  return <Figure ink={palette.nodes[side]} outlined={line.sample === "living figure"} />;
}
