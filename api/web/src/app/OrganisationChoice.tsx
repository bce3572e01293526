/** Choose one organisation of those the viewer sees. */
import type { ComponentProps } from "preact";

import { t } from "../i18n";
import { Combobox } from "../parts/Combobox";
import { providerOptions } from "./vocabulary";

export function OrganisationChoice(props: Omit<ComponentProps<typeof Combobox>, "none" | "options">) {
  return <Combobox {...props} none={t().help.originNone} options={providerOptions()} />;
}
