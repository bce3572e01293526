/** Copies a text, and says that it did. */
import { useState } from "preact/hooks";

import { t } from "../i18n";
import { Icon } from "./Icon";

export function CopyButton({ text }: { text: string }) {
  const words = t().help;
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    setCopied(true);
  };
  return (
    <button type="button" class="button plain" onClick={copy}>
      <Icon name={copied ? "check" : "copy"} /> <span role="status">{copied ? words.copied : words.copy}</span>
    </button>
  );
}
