import { describe, expect, test } from "vitest";

import { fit, pan, reshape, viewBox, zoom } from "../src/geometry/view";

const A3 = { width: 420, height: 297 };
const wide = { width: 1000, height: 500 };
const tall = { width: 390, height: 700 };

describe("the view of a sheet", () => {
  test.each([wide, tall])("shows the whole sheet, centred, in the shape of the window", (window) => {
    const view = fit(A3, window);
    expect(view.width / view.height).toBeCloseTo(window.width / window.height);
    expect(view.width).toBeGreaterThanOrEqual(A3.width);
    expect(view.height).toBeGreaterThanOrEqual(A3.height);
    expect(view.x + view.width / 2).toBeCloseTo(A3.width / 2);
    expect(view.y + view.height / 2).toBeCloseTo(A3.height / 2);
  });

  test("keeps the point under the pointer while zooming", () => {
    const view = fit(A3, wide);
    const closer = zoom(view, 2, 0.4, 0.6, A3);
    expect(closer.width).toBeCloseTo(view.width / 2);
    expect(closer.x + 0.4 * closer.width).toBeCloseTo(view.x + 0.4 * view.width);
    expect(closer.y + 0.6 * closer.height).toBeCloseTo(view.y + 0.6 * view.height);
  });

  test("has bounds: neither a single letter nor a speck, and never an empty window", () => {
    const view = fit(A3, wide);
    expect(zoom(view, 1e9, 0.5, 0.5, A3).width).toBeCloseTo(420 / 40);
    expect(zoom(view, 1e-9, 0.5, 0.5, A3).width).toBeCloseTo(420 * 3);
    const lost = pan(view, 50, -50, A3);
    expect(lost.x + lost.width / 2).toBeCloseTo(0);
    expect(lost.y + lost.height / 2).toBeCloseTo(A3.height);
  });

  test("moves with the finger", () => {
    const view = zoom(fit(A3, wide), 4, 0.5, 0.5, A3);
    expect(pan(view, 0.25, 0, A3).x).toBeCloseTo(view.x - 0.25 * view.width);
  });

  test("keeps centre and scale when the window changes", () => {
    const view = zoom(fit(A3, wide), 3, 0.5, 0.5, A3);
    const after = reshape(view, wide, tall);
    expect(after.width / tall.width).toBeCloseTo(view.width / wide.width);
    expect(after.x + after.width / 2).toBeCloseTo(view.x + view.width / 2);
  });

  test("is written with three decimals", () => {
    expect(viewBox({ x: 0, y: -1.23456, width: 10, height: 5 })).toBe("0.000 -1.235 10.000 5.000");
  });
});
