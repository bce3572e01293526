/**
 * Pan and zoom an SVG by pointer, pinch, wheel and keyboard. The element must have `touch-action: none`.
 * A studio, whose fingers also draw, asks for `driven`: it then carries and grows the sheet itself.
 */
import { Glide } from "./glide";
import { fit, inSight, pan, reshape, viewBox, zoom, type Size, type View } from "./view";

const STEP = 1.25;
const NUDGE = 0.12;

interface Point {
  x: number;
  y: number;
}

interface Options {
  /** Pointers and keys are somebody else's; the wheel stays. */
  driven?: boolean;
  /** Called after every change of what is seen, with the part of the sheet that the window shows. */
  seen?: (viewBox: string) => void;
}

export class PanZoom {
  private view: View;
  private window: Size;
  /** Its size and nothing else: what stood on it once is not kept here. */
  private sheet: Size;
  private fitted = true;
  private readonly fingers = new Map<number, Point>();
  private readonly stop = new AbortController();
  private readonly watch: ResizeObserver;
  private readonly glide: Glide | undefined;

  /** `frame` takes the focus and the events; `svg` fills it. */
  constructor(
    private readonly frame: HTMLElement,
    private readonly svg: SVGSVGElement,
    { width, height }: Size,
    private readonly options: Options = {},
  ) {
    this.sheet = { width, height };
    this.window = this.measure();
    this.view = fit(this.sheet, this.window);
    this.glide = options.driven ? new Glide(svg) : undefined;
    frame.addEventListener("wheel", (event) => this.wheel(event), { signal: this.stop.signal, passive: false });
    if (!options.driven) this.listen();
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(frame);
    this.show();
  }

  private listen(): void {
    const { frame } = this;
    const signal = { signal: this.stop.signal };
    frame.addEventListener("pointerdown", (event) => this.down(event), signal);
    frame.addEventListener("pointermove", (event) => this.move(event), signal);
    for (const end of ["pointerup", "pointercancel"] as const) frame.addEventListener(end, (event) => this.up(event), signal);
    frame.addEventListener("keydown", (event) => this.key(event), signal);
  }

  /** The window on the sheet, in pixels. */
  get size(): Size {
    return this.window;
  }

  /** Window pixels to a millimetre of the sheet. */
  get scale(): number {
    return this.window.width / this.view.width;
  }

  /** The point of the sheet, in mm, under a point of the window. */
  toSheet(clientX: number, clientY: number): Point {
    const box = this.frame.getBoundingClientRect();
    return { x: this.view.x + (clientX - box.left) / this.scale, y: this.view.y + (clientY - box.top) / this.scale };
  }

  /** Where a point of the sheet is seen, in pixels from the frame's corner. */
  toFrame(x: number, y: number): Point {
    return { x: (x - this.view.x) * this.scale, y: (y - this.view.y) * this.scale };
  }

  /** Carry the sheet along by window pixels. */
  carry(dx: number, dy: number): void {
    this.moveTo(pan(this.view, dx / this.window.width, dy / this.window.height, this.sheet));
  }

  /** Come closer around a point of the window. */
  grow(factor: number, clientX: number, clientY: number): void {
    const box = this.frame.getBoundingClientRect();
    this.zoomBy(factor, (clientX - box.left) / box.width, (clientY - box.top) / box.height);
  }

  /** Come so close that a millimetre is `least` pixels, in the middle of the sheet; nothing when it is already. */
  atLeast(least: number): void {
    if (this.scale < least) this.zoomBy(least / this.scale);
  }

  /** Carry the sheet just as far as needed to see this box, in mm. */
  reveal(box: View): void {
    const next = inSight(this.view, box);
    if (next !== this.view) this.moveTo(next);
  }

  /** Another sheet: seen whole when its size differs, else from where one was looking. */
  change({ width, height }: Size): void {
    const same = width === this.sheet.width && height === this.sheet.height;
    this.sheet = { width, height };
    if (same) this.show();
    else this.fit();
  }

  fit(): void {
    this.fitted = true;
    this.view = fit(this.sheet, this.window);
    this.show();
  }

  zoomBy(factor: number, fx = 0.5, fy = 0.5): void {
    this.moveTo(zoom(this.view, factor, fx, fy, this.sheet));
  }

  closer(): void {
    this.zoomBy(STEP);
  }

  farther(): void {
    this.zoomBy(1 / STEP);
  }

  dispose(): void {
    this.stop.abort();
    this.watch.disconnect();
    this.glide?.dispose();
  }

  private moveTo(view: View): void {
    this.fitted = false;
    this.view = view;
    this.show();
  }

  private show(): void {
    if (this.glide) this.glide.show(this.view, this.window);
    else this.svg.setAttribute("viewBox", viewBox(this.view));
    this.options.seen?.(viewBox(this.view));
  }

  private measure(): Size {
    const box = this.frame.getBoundingClientRect();
    return { width: Math.max(box.width, 1), height: Math.max(box.height, 1) };
  }

  private resized(): void {
    const before = this.window;
    this.window = this.measure();
    if (this.fitted) this.fit();
    else {
      this.view = reshape(this.view, before, this.window);
      this.show();
    }
  }

  private at(event: PointerEvent | WheelEvent): Point {
    const box = this.frame.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0 || this.fingers.size >= 2) return;
    this.fingers.set(event.pointerId, this.at(event));
    this.frame.setPointerCapture(event.pointerId);
    this.frame.classList.add("grabbing");
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = this.at(event);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    if (!other) this.moveTo(pan(this.view, now.x - before.x, now.y - before.y, this.sheet));
    else this.pinch(before, now, other);
  }

  /** Two fingers: the one that moves turns the pair; the middle of the pair carries the sheet. */
  private pinch(before: Point, now: Point, other: Point): void {
    const factor = this.apart(now, other) / Math.max(this.apart(before, other), 1);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const carried = pan(this.view, (now.x - before.x) / 2, (now.y - before.y) / 2, this.sheet);
    this.moveTo(zoom(carried, factor, middle.x, middle.y, this.sheet));
  }

  private apart(a: Point, b: Point): number {
    return Math.hypot((a.x - b.x) * this.window.width, (a.y - b.y) * this.window.height);
  }

  private up(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    if (this.fingers.size === 0) this.frame.classList.remove("grabbing");
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const at = this.at(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.zoomBy(Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 150 : 500)), at.x, at.y);
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      "+": () => this.closer(),
      "=": () => this.closer(),
      "-": () => this.farther(),
      "0": () => this.fit(),
      ArrowLeft: () => this.moveTo(pan(this.view, NUDGE, 0, this.sheet)),
      ArrowRight: () => this.moveTo(pan(this.view, -NUDGE, 0, this.sheet)),
      ArrowUp: () => this.moveTo(pan(this.view, 0, NUDGE, this.sheet)),
      ArrowDown: () => this.moveTo(pan(this.view, 0, -NUDGE, this.sheet)),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }
}
