/** Puts a small panel beside a point of the sheet, whole inside the window. Styles are set by script, as the policy allows. */
import type { Point } from "../../studio/intents";
import * as state from "./state";

const GAP = 10;

/** Under the point, `below` mm farther; above it when there is no room; in the middle of the window's width at most. */
export function near(panel: HTMLElement | null, at: Point, below = 0): void {
  const pane = state.pane.peek();
  if (!panel || !pane) return;
  const { x, y } = pane.toFrame(at.x, at.y);
  const { width, height } = pane.size;
  const [w, h] = [panel.offsetWidth, panel.offsetHeight];
  const under = y + below * pane.scale + GAP;
  const over = y - below * pane.scale - GAP - h;
  const top = under + h <= height || over < 0 ? Math.min(under, height - h - GAP) : over;
  panel.style.left = `${Math.max(GAP, Math.min(x - w / 2, width - w - GAP))}px`;
  panel.style.top = `${Math.max(GAP, top)}px`;
}
