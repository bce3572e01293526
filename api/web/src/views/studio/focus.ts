/**
 * Where the keyboard is on the sheet: the focus stands on the very mark of the figure or arrow, so that a screen reader
 * says its name; the frame keeps it while nothing is chosen.
 */

/** The sheet is a group of named things, not one picture; each of them can be given the focus, and says who it is. */
export function dressFocus(sheet: SVGSVGElement, named: (id: string) => string): void {
  set(sheet, "role", "group");
  for (const mark of sheet.children) {
    const id = mark instanceof SVGGElement ? mark.dataset["id"] : undefined;
    if (id === undefined) continue;
    set(mark, "tabindex", "-1");
    set(mark, "role", "group");
    set(mark, "aria-label", named(id));
  }
}

function set(mark: Element, name: string, value: string): void {
  if (mark.getAttribute(name) !== value) mark.setAttribute(name, value);
}

/** Give the focus to what is chosen, when the keyboard is on the sheet; take it back to the frame when it is gone. */
export function focusChosen(frame: HTMLElement, sheet: SVGSVGElement, chosen: string | null): void {
  const now = document.activeElement;
  // Redrawing takes the focused mark away: the body then holds the focus.
  const here = frame.contains(now) || (now === document.body && frame.dataset["held"] === "true");
  frame.dataset["held"] = String(here && chosen !== null);
  if (!here) return;
  const mark = chosen === null ? null : markOf(sheet, chosen);
  const target = mark ?? frame;
  if (target !== now) target.focus({ preventScroll: true });
}

function markOf(sheet: SVGSVGElement, id: string): SVGGElement | null {
  for (const mark of sheet.children) if (mark instanceof SVGGElement && mark.dataset["id"] === id) return mark;
  return null;
}

/** From a panel back to the sheet, to where one was on it. */
export function backToPaper(chosen: string | null): void {
  paper()?.frame.focus({ preventScroll: true });
  followChosen(chosen);
}

/** Let the focus go to what is chosen, if it is on the sheet. */
export function followChosen(chosen: string | null): void {
  const here = paper();
  if (here) focusChosen(here.frame, here.sheet, chosen);
}

function paper(): { frame: HTMLElement; sheet: SVGSVGElement } | null {
  const frame = document.querySelector<HTMLElement>(".studio-frame");
  const sheet = frame?.querySelector<SVGSVGElement>("svg.sheet");
  return frame && sheet ? { frame, sheet } : null;
}
