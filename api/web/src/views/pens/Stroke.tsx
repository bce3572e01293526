/** A stroke of a pen as the palette draws it, enlarged: an arrow, or the outline of a figure. */
import type { Stroke as Ink } from "../../api/pens";

/** Pixels for a millimetre of pen. */
const SCALE = 5;

export function Arrow({ ink, width = 120 }: { ink: Ink; width?: number }) {
  const end = width - 8;
  const line = `M 8 18 H ${end - 14}`;
  return (
    <svg class="stroke" viewBox={`0 0 ${width} 36`} width={width} height="36" aria-hidden="true" focusable="false">
      <path d={line} {...strokeOf(ink)} />
      {ink.double && <path d={line} fill="none" stroke="#ffffff" stroke-width={ink.gap * SCALE} stroke-linecap="butt" />}
      <path d={`M ${end} 18 L ${end - 18} 9 L ${end - 18} 27 Z`} fill={ink.colour} />
    </svg>
  );
}

export function Figure({ ink, outlined }: { ink: Ink; outlined: boolean }) {
  const body = (
    <>
      <circle cx="30" cy="17" r="8" />
      <path d="M 17 48 Q 17 28 30 28 Q 43 28 43 48 Z" />
    </>
  );
  return (
    <svg class="stroke" viewBox="0 0 60 60" width="60" height="60" aria-hidden="true" focusable="false">
      {outlined && <rect x="3" y="3" width="54" height="54" rx="14" {...strokeOf(ink)} />}
      <g {...strokeOf(ink)}>{body}</g>
      {ink.double && (
        <g fill="none" stroke="#ffffff" stroke-width={ink.gap * SCALE}>
          {body}
        </g>
      )}
    </svg>
  );
}

function strokeOf(ink: Ink) {
  return {
    fill: "none",
    stroke: ink.colour,
    "stroke-width": ink.width * SCALE,
    "stroke-linecap": "round" as const,
    "stroke-linejoin": "round" as const,
    ...(ink.dash.length > 0 ? { "stroke-dasharray": ink.dash.map((part) => part * SCALE).join(" ") } : {}),
  };
}
