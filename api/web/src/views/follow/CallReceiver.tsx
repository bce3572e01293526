/** One tap to the telephone of who received a referral, where a number is public. */
import { useEffect, useState } from "preact/hooks";

import { getProvider } from "../../api/questions";
import type { ProviderDetail } from "../../api/types";
import { Remote } from "../../api/remote";
import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { FromServer } from "../../parts/FromServer";
import { telephones } from "../../parts/telephone";

export function CallReceiver({ organisation, name }: { organisation: string | null; name: string }) {
  const words = t().follow;
  const [provider] = useState(() => new Remote<ProviderDetail>());
  useEffect(() => {
    if (organisation) void provider.load((stop) => getProvider(organisation, stop));
    return () => provider.clear();
  }, [organisation]);
  const [number] = telephones(provider.value?.phone);
  if (!number) return null;
  return (
    <a class="button strong call" href={number.href} data-from-server>
      <Icon name="phone" />
      <span>
        {words.call(name)} <FromServer>{number.said}</FromServer>
      </span>
    </a>
  );
}
