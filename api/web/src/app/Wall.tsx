/** The second window of the room: fetched on its own, as it shows nothing but what the studio gives it. */
import { useEffect, useState } from "preact/hooks";

import { NotFetched } from "../parts/NotFetched";
import type { View } from "./fetched";

export function Wall() {
  const [view, setView] = useState<{ of: View } | "missing" | null>(null);
  const fetchIt = (): void => {
    setView(null);
    import("../views/studio/room/WallView").then(
      ({ WallView }) => setView({ of: WallView }),
      () => setView("missing"),
    );
  };
  useEffect(fetchIt, []);
  if (view === "missing") return <NotFetched retry={fetchIt} />;
  return view && <view.of />;
}
