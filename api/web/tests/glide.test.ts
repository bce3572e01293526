import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Glide } from "../src/geometry/glide";

const WINDOW = { width: 1000, height: 500 };
const VIEW = { x: 10, y: 20, width: 200, height: 100 };
let svg: SVGSVGElement;

beforeEach(() => {
  vi.useFakeTimers();
  svg = document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement;
});
afterEach(() => vi.useRealTimers());

test("draws a margin around the window, and shifts the picture while the sheet is carried", () => {
  const glide = new Glide(svg);
  glide.show(VIEW, WINDOW);
  expect(svg.getAttribute("viewBox")).toBe("-40.000 -5.000 300.000 150.000");
  glide.show({ ...VIEW, x: 0, y: 15 }, WINDOW);
  expect(svg.getAttribute("viewBox")).toBe("-40.000 -5.000 300.000 150.000");
  expect(svg.style.transform).toBe("translate(50.00px, 25.00px)");
});

test("is drawn anew when it rests, at another scale, and beyond its margin", () => {
  const glide = new Glide(svg);
  glide.show(VIEW, WINDOW);
  glide.show({ ...VIEW, x: 0 }, WINDOW);
  vi.advanceTimersByTime(500);
  expect([svg.getAttribute("viewBox"), svg.style.transform]).toEqual(["-50.000 -5.000 300.000 150.000", ""]);
  glide.show({ ...VIEW, x: 60 }, WINDOW);
  expect(svg.getAttribute("viewBox")).toBe("10.000 -5.000 300.000 150.000");
  glide.show({ ...VIEW, width: 100, height: 50 }, WINDOW);
  expect(svg.getAttribute("viewBox")).toBe("-15.000 7.500 150.000 75.000");
});
