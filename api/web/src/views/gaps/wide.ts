/** Whether a table of needs and places has room: then, and whenever the window changes. */
import { useEffect, useState } from "preact/hooks";

const ROOM = "(min-width: 64rem)";

export function useWide(): boolean {
  const [query] = useState(() => matchMedia(ROOM));
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const hear = (): void => setWide(query.matches);
    query.addEventListener("change", hear);
    return () => query.removeEventListener("change", hear);
  }, [query]);
  return wide;
}
