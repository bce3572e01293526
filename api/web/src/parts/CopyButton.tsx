/** Copies a text, and says that it did. */
import { useState } from "preact/hooks";

import { t } from "../i18n";
import { Icon } from "./Icon";

export function CopyButton({ text }: { text: string }) {
  const words = t().help;
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    // Refused, or not there on plain http: the text stays in sight, to be copied by hand.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ?? false);
  };
  return (
    <button type="button" class="button plain" onClick={copy}>
      <Icon name={copied ? "check" : "copy"} /> <span role="status">{copied ? words.copied : words.copy}</span>
    </button>
  );
}
