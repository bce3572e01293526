// Measures a sheet as chromium draws it: boxes by getBBox, lines by their points every 0.5 mm.
// Returns a list of faults in words; an empty list is a sheet that keeps its promises.
(svg) => {
  const faults = [];
  const slack = 0.05; // mm: rounding of the written coordinates
  const box = (node) => {
    const b = node.getBBox();
    return { x: b.x, y: b.y, right: b.x + b.width, bottom: b.y + b.height };
  };
  const nodes = new Map();
  for (const group of svg.querySelectorAll("g[data-box]")) {
    const [x, y, w, h] = group.dataset.box.split(" ").map(Number);
    const told = { x, y, right: x + w, bottom: y + h };
    const seen = box(group);
    if (seen.x < told.x - 0.5 || seen.y < told.y - 0.5 || seen.right > told.right + 0.5 || seen.bottom > told.bottom + 0.5)
      faults.push(`${group.dataset.id}: drawn outside its data-box`);
    nodes.set(group.dataset.id, { id: group.dataset.id, parent: group.dataset.parent, box: seen });
  }
  const above = (id) => {
    const found = new Set();
    for (let at = nodes.get(id); at && at.parent && !found.has(at.parent); at = nodes.get(at.parent)) found.add(at.parent);
    return found;
  };
  const overlap = (a, b) =>
    a.x < b.right - slack && b.x < a.right - slack && a.y < b.bottom - slack && b.y < a.bottom - slack;
  const all = [...nodes.values()];
  for (let i = 0; i < all.length; i++)
    for (let j = i + 1; j < all.length; j++) {
      const [a, b] = [all[i], all[j]];
      if (above(a.id).has(b.id) || above(b.id).has(a.id)) continue;
      if (overlap(a.box, b.box)) faults.push(`${a.id} overlaps ${b.id}`);
    }
  const paper = svg.viewBox.baseVal;
  for (const { id, box: b } of all)
    if (b.x < 0 || b.y < 0 || b.right > paper.width || b.bottom > paper.height) faults.push(`${id} leaves the paper`);
  for (const group of svg.querySelectorAll('g[data-kind="activation"]')) {
    const { id, activator, activated } = group.dataset;
    const own = new Set([activator, activated, ...above(activator), ...above(activated)]);
    const line = group.querySelector("path");
    const length = line.getTotalLength();
    const through = new Set();
    for (let at = 0; at <= length; at += 0.5) {
      const p = line.getPointAtLength(at);
      for (const node of all)
        if (!own.has(node.id))
          if (p.x > node.box.x + slack && p.x < node.box.right - slack && p.y > node.box.y + slack && p.y < node.box.bottom - slack)
            through.add(node.id);
    }
    for (const other of through) faults.push(`arrow ${id} goes through ${other}`);
  }
  for (const text of svg.querySelectorAll("text")) {
    const size = Number(text.getAttribute("font-size") || text.closest("g[font-size]")?.getAttribute("font-size"));
    if (!(size >= 2.5)) faults.push(`text of ${size} mm`);
  }
  if (!svg.querySelector('g[data-kind="legend"]')) faults.push("no legend");
  if (!svg.querySelector('g[data-kind="date"]') && !svg.dataset.date) faults.push("no date");
  return faults;
}
