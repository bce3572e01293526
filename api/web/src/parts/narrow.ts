/** Whether the window is a phone's: what stands open on a desk is folded there. The same width as in phone.css. */
export function isNarrow(): boolean {
  return globalThis.matchMedia?.("(max-width: 40rem)").matches ?? false;
}
