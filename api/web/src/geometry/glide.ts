/**
 * Shows a part of a drawn sheet. While the sheet is only carried along, the picture that is there glides: the browser
 * moves it without drawing it again. It is drawn anew at another scale, when it has glided by its margin, or when it rests.
 */
import { viewBox, type Size, type View } from "./view";

/** The picture reaches so far beyond the window, in parts of it, to each side. */
const MARGIN = 0.25;
/** It rests when nothing has moved for so many ms. */
const REST = 180;

export class Glide {
  private drawn: View | undefined;
  private window: Size = { width: 0, height: 0 };
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `svg` fills a frame that hides what reaches beyond it. */
  constructor(private readonly svg: SVGSVGElement) {}

  show(view: View, window: Size): void {
    if (this.drawn && this.glides(view, window)) {
      this.shift(view);
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.draw(view, window), REST);
    } else this.draw(view, window);
  }

  dispose(): void {
    clearTimeout(this.resting);
  }

  private glides(view: View, window: Size): boolean {
    const { drawn } = this;
    if (!drawn || window.width !== this.window.width || window.height !== this.window.height) return false;
    const sameScale = Math.abs(view.width - drawn.width) < 1e-9;
    const [dx, dy] = [Math.abs(view.x - drawn.x) / view.width, Math.abs(view.y - drawn.y) / view.height];
    return sameScale && dx <= MARGIN && dy <= MARGIN;
  }

  private shift(view: View): void {
    const scale = this.window.width / view.width;
    const [dx, dy] = [(this.drawn!.x - view.x) * scale, (this.drawn!.y - view.y) * scale];
    this.svg.style.transform = dx === 0 && dy === 0 ? "" : `translate(${dx.toFixed(2)}px, ${dy.toFixed(2)}px)`;
  }

  private draw(view: View, window: Size): void {
    clearTimeout(this.resting);
    this.drawn = view;
    this.window = window;
    const { style } = this.svg;
    style.position = "absolute";
    style.left = `${-MARGIN * 100}%`;
    style.top = `${-MARGIN * 100}%`;
    style.width = `${(1 + 2 * MARGIN) * 100}%`;
    style.height = `${(1 + 2 * MARGIN) * 100}%`;
    style.willChange = "transform";
    style.transform = "";
    const wider = { x: view.x - MARGIN * view.width, y: view.y - MARGIN * view.height, width: view.width * (1 + 2 * MARGIN), height: view.height * (1 + 2 * MARGIN) };
    this.svg.setAttribute("viewBox", viewBox(wider));
  }
}
