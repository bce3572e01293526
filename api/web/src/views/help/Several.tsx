/** Several of a long list: each is looked for by its letters, and stands below until it is removed. */
import { t } from "../../i18n";
import { Combobox, type Option } from "../../parts/Combobox";
import { Icon } from "../../parts/Icon";

interface Props {
  label: string;
  hint: string;
  none: string;
  options: readonly Option[];
  chosen: Option[];
  onChange: (chosen: Option[]) => void;
}

export function Several({ label, hint, none, options, chosen, onChange }: Props) {
  const words = t().help;
  return (
    <div class="places">
      <Combobox
        label={label}
        hint={hint}
        none={none}
        options={options.filter((option) => !chosen.some((one) => one.value === option.value))}
        chosen={null}
        clears
        onChoose={(one) => one && onChange([...chosen, one])}
      />
      {chosen.length > 0 && (
        <ul class="chosen">
          {chosen.map((one) => (
            <li key={one.value}>
              <button
                type="button"
                class="chip-button"
                aria-label={words.placeRemove(one.label)}
                data-from-server
                onClick={() => onChange(chosen.filter((other) => other.value !== one.value))}
              >
                {one.label} <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
