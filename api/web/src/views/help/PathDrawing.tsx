/** The path as a small drawing: your organisation, whom to ask, the service; the evidence stands on each tie. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import type { PathStep } from "../../api/types";
import { pens } from "../../app/pens";
import { t } from "../../i18n";
import { RAIL, shapeOf, TEXT, type Stop } from "./path-shape";

export function PathDrawing({ path }: { path: readonly PathStep[] }) {
  const words = t().help;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useEffect(() => {
    if (!place.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(220, Math.floor(entry.contentRect.width))));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const roles = path.map((_, index) => (index === 0 ? words.you : index === path.length - 1 ? words.service : words.ask));
  const shape = shapeOf(path, roles, width);
  const working = pens.value?.palettes.wall;
  const ink = working?.nodes.working.colour ?? "currentColor";
  const names = path.map((step) => step.name ?? step.actor);
  return (
    <div class="path" ref={place}>
      <svg
        viewBox={`0 0 ${shape.width} ${shape.height}`}
        width={shape.width}
        height={shape.height}
        role="img"
        aria-labelledby={id}
        data-path
      >
        <title id={id}>{words.wayLabel(names[0] ?? "", names.at(-1) ?? "")}</title>
        {shape.stops.map((stop, index) => (
          <StopMark key={index} stop={stop} ink={ink} last={index === shape.stops.length - 1} />
        ))}
      </svg>
    </div>
  );
}

function StopMark({ stop, ink, last }: { stop: Stop; ink: string; last: boolean }) {
  const { y, tie } = stop;
  return (
    <g data-actor={stop.actor}>
      {tie && (
        <g>
          <path d={`M ${RAIL} ${tie.from} V ${tie.to}`} fill="none" stroke={ink} stroke-width="3" stroke-linecap="round" />
          <path d={`M ${RAIL} ${tie.to + 2} l -6 -10 h 12 Z`} fill={ink} />
          {tie.words.map((line, index) => (
            <text key={index} x={TEXT} y={line.y} class="path-evidence" data-from-server>
              {line.text}
            </text>
          ))}
        </g>
      )}
      <path
        d={`M ${RAIL - 13} ${y + 14} V ${y - 4} L ${RAIL} ${y - 15} L ${RAIL + 13} ${y - 4} V ${y + 14} Z`}
        fill="#ffffff"
        stroke={ink}
        stroke-width={last ? 4 : 2.5}
        stroke-linejoin="round"
      />
      {stop.name.map((line, index) => (
        <text key={index} x={TEXT} y={line.y} class="path-name" data-from-server>
          {line.text}
        </text>
      ))}
      <text x={TEXT} y={stop.role.y} class="path-role">
        {stop.role.text}
      </text>
    </g>
  );
}
