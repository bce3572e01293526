/** Shows what is known of something asked from the server: waiting, refused, or there. */
import type { ComponentChildren } from "preact";

import type { Remote } from "../api/remote";
import { t } from "../i18n";
import { Refused } from "./Refused";

interface Props<T> {
  of: Remote<T>;
  retry?: () => void;
  children: (value: T) => ComponentChildren;
}

export function Awaited<T>({ of, retry, children }: Props<T>) {
  const known = of.known.value;
  if (known.state === "failed") return <Refused refusal={known.refusal} {...(retry ? { retry } : {})} />;
  const value = of.value;
  if (value !== undefined) return <div class={known.state === "loading" ? "awaited stale" : "awaited"}>{children(value)}</div>;
  if (known.state === "idle") return null;
  return (
    <p class="waiting" role="status">
      {t().app.loading}
    </p>
  );
}
