/** Printing by the browser itself: one page of the right size in mm, nothing of the screen on it. */
import { lang, t } from "../i18n";
import { pens } from "../app/pens";
import { datedSheet } from "../scene/dates";
import { printSheet } from "../scene/printer";
import { announce, desk, palette, scene } from "../views/studio/state";
import { seldomLines } from "./file-data";
import { printedPage, type PrintedPage } from "./print-sheet";

const SVG = "http://www.w3.org/2000/svg";

/** Put the page on paper; what was added for it goes as soon as the browser has printed. */
export function printHere(): void {
  const [drawn, known, open] = [scene.peek(), pens.peek(), desk.peek()];
  if (!drawn || !known || !open) return;
  const words = t().studio.sharing.file;
  const page = printedPage(drawn, known, {
    palette: palette.peek(),
    lang: lang.peek(),
    date: datedSheet(new Date().toLocaleDateString("sv-SE"), lang.peek()),
    fictional: open.document.about.fictional ? words.fictional : "",
    footer: t().app.trial,
    seldom: seldomLines(lang.peek(), palette.peek()),
  });
  const rule = pageRule(page);
  const paper = onPaper(page, drawn.sheet);
  document.body.append(paper);
  document.documentElement.classList.add("printing");
  const done = (): void => {
    paper.remove();
    rule();
    document.documentElement.classList.remove("printing");
    removeEventListener("afterprint", done);
  };
  addEventListener("afterprint", done);
  announce(words.printed(page.paper.name));
  globalThis.print();
}

/** The size of the page, through the style sheet that is already there: the policy lets no other in. */
function pageRule({ paper }: PrintedPage): () => void {
  const [sheet] = document.styleSheets;
  if (!sheet) return () => undefined;
  const at = sheet.insertRule(`@page { size: ${paper.width}mm ${paper.height}mm; margin: 0; }`, sheet.cssRules.length);
  return () => sheet.deleteRule(at);
}

function onPaper({ paper, frame, place, part }: PrintedPage, sheet: PrintedPage["frame"]): Element {
  const whole = document.createElement("div");
  whole.className = "print-page";
  const outer = svg({ viewBox: `0 0 ${paper.width} ${paper.height}`, width: `${paper.width}mm`, height: `${paper.height}mm` });
  printSheet(outer, frame, "print-frame");
  const inner = svg({
    x: place.x,
    y: place.y,
    width: place.w,
    height: place.h,
    viewBox: [part.x, part.y, part.w, part.h].join(" "),
  });
  printSheet(inner, sheet, "print-drawing");
  for (const one of [outer, inner]) one.querySelector(":scope > .sheet-paper")?.remove();
  outer.append(inner);
  whole.append(outer);
  return whole;
}

function svg(attributes: Record<string, string | number>): SVGSVGElement {
  const element = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
