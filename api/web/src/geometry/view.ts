/**
 * What part of a sheet the window shows: a viewBox in sheet units (mm), always with the window's proportions.
 * Pure arithmetic; the pointer and the keyboard stand in pan-zoom.ts.
 */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Closest and farthest: one millimetre of window per sheet millimetre times 40, and the whole sheet in a third. */
const CLOSEST = 40;
const FARTHEST = 3;
const MARGIN = 1.03;

/** The whole sheet, centred, with a thin margin. */
export function fit(sheet: Size, window: Size): View {
  const shape = window.width / window.height;
  const width = Math.max(sheet.width, sheet.height * shape) * MARGIN;
  const height = width / shape;
  return { x: (sheet.width - width) / 2, y: (sheet.height - height) / 2, width, height };
}

/** `factor` > 1 comes closer; the point (fx, fy), in parts of the window from 0 to 1, stays where it is. */
export function zoom(view: View, factor: number, fx: number, fy: number, sheet: Size): View {
  const whole = Math.max(sheet.width, sheet.height);
  const width = clamp(view.width / factor, whole / CLOSEST, whole * FARTHEST);
  const height = (width / view.width) * view.height;
  return keepInSight({ x: view.x + (view.width - width) * fx, y: view.y + (view.height - height) * fy, width, height }, sheet);
}

/** Move the sheet by parts of the window: dx = 1 moves it one window to the right. */
export function pan(view: View, dx: number, dy: number, sheet: Size): View {
  return keepInSight({ ...view, x: view.x - dx * view.width, y: view.y - dy * view.height }, sheet);
}

/** The same view in a window of another shape: centre and scale stay. */
export function reshape(view: View, before: Size, after: Size): View {
  const width = (view.width * after.width) / before.width;
  const height = (width * after.height) / after.width;
  return { x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2, width, height };
}

export function viewBox(view: View): string {
  return [view.x, view.y, view.width, view.height].map((value) => value.toFixed(3)).join(" ");
}

/** The same view when it shows `box` whole, else carried just so far that it does; a box larger than it is centred. */
export function inSight(view: View, box: View): View {
  const x = along(view.x, view.width, box.x, box.width);
  const y = along(view.y, view.height, box.y, box.height);
  return x === view.x && y === view.y ? view : { ...view, x, y };
}

function along(from: number, room: number, at: number, length: number): number {
  if (length > room) return at + (length - room) / 2;
  return clamp(from, at + length - room, at);
}

/** The sheet is never lost: its nearest edge stays at or before the middle of the window. */
function keepInSight(view: View, sheet: Size): View {
  return {
    ...view,
    x: clamp(view.x, -view.width / 2, sheet.width - view.width / 2),
    y: clamp(view.y, -view.height / 2, sheet.height - view.height / 2),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
