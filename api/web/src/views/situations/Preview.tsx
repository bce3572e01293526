/** A small picture of the sheet on its card. Asked when the card comes in sight, one at a time. */
import { useEffect, useRef, useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import { getSheet } from "../../api/questions";
import { lang, t } from "../../i18n";
import { forgetSheet, printSheet } from "../../scene/printer";
import type { SheetJson } from "../../scene/sheet";

let turnOf: Promise<unknown> = Promise.resolve();

export function Preview({ id, version }: { id: string; version: number }) {
  const place = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  // Held only until it is printed: a card that is left behind must hold nothing of what it showed.
  const held = useRef<SheetJson | null>(null);
  const [drawn, setDrawn] = useState({ times: 0, viewBox: "" });
  const [drawing, setDrawing] = useState(true);
  useEffect(() => {
    const stop = new AbortController();
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      const show = (sheet: SheetJson): void => {
        if (stop.signal.aborted) return;
        held.current = sheet;
        setDrawn(({ times }) => ({ times: times + 1, viewBox: `0 0 ${sheet.width} ${sheet.height}` }));
      };
      turnOf = turnOf.then(() => draw(id, stop.signal, show)).finally(() => setDrawing(false));
    });
    if (place.current) watch.observe(place.current);
    return () => {
      watch.disconnect();
      stop.abort();
    };
  }, [id, version, lang.value]);
  useEffect(() => {
    const root = svg.current;
    if (!root || !held.current) return;
    printSheet(root, held.current, `preview-${id}`);
    held.current = null;
    return () => forgetSheet(root);
  }, [drawn]);
  return (
    <div class="preview" ref={place} aria-hidden="true" data-from-server>
      {drawn.times === 0 && drawing && <p class="waiting">{t().app.loading}</p>}
      {drawn.times > 0 && <svg ref={svg} viewBox={drawn.viewBox} />}
    </div>
  );
}

/** Without a picture the card still says what it is: a refusal is left for the sheet itself to show. */
async function draw(id: string, stop: AbortSignal, show: (sheet: SheetJson) => void): Promise<void> {
  if (stop.aborted) return;
  try {
    show(await getSheet(id, { palette: "wall", paper: "auto", plain: false }, stop));
  } catch (error) {
    if (!stop.aborted && !(error instanceof Refusal)) throw error;
  }
}
