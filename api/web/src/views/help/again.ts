/** An answer in sight is asked for again in the language that was just chosen. */
import { useEffect, useRef } from "preact/hooks";

import { lang } from "../../i18n";
import type { Inquiry } from "./inquiry";

export function useAgainInOtherLanguage(inquiry: Inquiry): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) inquiry.repeat();
    first.current = false;
  }, [lang.value]);
}
