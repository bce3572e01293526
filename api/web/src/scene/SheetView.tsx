/** A sheet in a window: the drawing, its buttons, and where the keyboard takes hold of it. */
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

import { PanZoom } from "../geometry/pan-zoom";
import { t } from "../i18n";
import { Icon } from "../parts/Icon";
import { emphasise } from "./emphasis";
import { printSheet } from "./printer";
import type { SheetJson } from "./sheet";

interface Props {
  sheet: SheetJson;
  /** The arrow being told, or null when everything is shown. */
  step?: number | null;
  children?: ComponentChildren;
}

export function SheetView({ sheet, step = null, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const hand = useRef<PanZoom>(null);
  const id = useId();

  useEffect(() => {
    if (!frame.current || !svg.current) return;
    printSheet(svg.current, sheet, id);
    if (hand.current) hand.current.change(sheet);
    else hand.current = new PanZoom(frame.current, svg.current, sheet);
  }, [sheet]);
  useEffect(() => {
    if (svg.current) emphasise(svg.current, step);
  }, [sheet, step]);
  useEffect(() => () => hand.current?.dispose(), []);

  return (
    <div class="stage">
      <div
        class="stage-frame"
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label={t().sheet.region}
        aria-describedby={`${id}-keys`}
      >
        <svg ref={svg} class="sheet" preserveAspectRatio="xMidYMid meet" />
      </div>
      <p id={`${id}-keys`} class="visually-hidden">
        {t().sheet.keys}
      </p>
      <Buttons hand={hand} />
      {children}
    </div>
  );
}

function Buttons({ hand }: { hand: RefObject<PanZoom | null> }) {
  const words = t().sheet;
  return (
    <div class="stage-buttons">
      <button type="button" class="round" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => hand.current?.closer()}>
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="round"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => hand.current?.farther()}
      >
        <Icon name="minus" />
      </button>
      <button type="button" class="round" aria-label={words.fit} title={words.fit} onClick={() => hand.current?.fit()}>
        <Icon name="fit" />
      </button>
    </div>
  );
}
