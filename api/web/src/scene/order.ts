/** Give an element these children in this order, and no others; those in place are not touched. */
export function inOrder(parent: Element, wanted: readonly Element[]): void {
  const { childNodes } = parent;
  if (childNodes.length === wanted.length && wanted.every((element, k) => childNodes[k] === element)) return;
  const kept = new Set<Node>(wanted);
  for (const child of [...childNodes]) if (!kept.has(child)) child.remove();
  let here = parent.firstChild;
  for (const element of wanted) {
    if (element === here) here = here.nextSibling;
    else parent.insertBefore(element, here);
  }
}
