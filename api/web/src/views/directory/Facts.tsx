/** Name and value pairs; a pair without value is left out. */
import type { ComponentChildren } from "preact";

import { FromServer } from "../../parts/FromServer";

export function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <dl class="fact-list">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <FromServer>{value}</FromServer>
          </dd>
        </div>
      ))}
    </dl>
  );
}
