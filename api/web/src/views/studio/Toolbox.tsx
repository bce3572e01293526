/** The tools: large pictures with their names. A tool chosen stays in the hand until it is laid down again. */
import type { ComponentChildren } from "preact";

import { t } from "../../i18n";
import { Icon, type IconName } from "../../parts/Icon";
import type { Tool } from "../../studio/intents";
import type { Addable } from "../../studio/keys";
import * as doing from "./doing";
import { print } from "./printing";
import { Picture } from "./Picture";
import * as state from "./state";

export function Toolbox() {
  const words = t().studio.drawing;
  const { tools, kinds } = words;
  return (
    <div class="toolbox" role="toolbar" aria-label={tools.label} aria-orientation="vertical">
      <Button icon="undo" label={tools.undo} disabled={!state.canUndo.value} onClick={doing.undo} />
      <Button icon="redo" label={tools.redo} disabled={!state.canRedo.value} onClick={doing.redo} />
      <PutButton what="person" label={kinds.person} />
      <PutButton what="professional" label={kinds.professional} />
      <PutButton what="institution" label={kinds.institution} />
      <ToolButton tool="home" label={kinds.household} picture={<Picture of="household" />} />
      <WantButton want="arrow" label={tools.arrow} />
      <WantButton want="link" label={tools.link} />
      <PutButton what="undecided" label={kinds.undecided} />
      <ToolButton tool="hand" label={tools.hand} picture={<Icon name="hand" />} />
      <Button icon="print" label={tools.print} onClick={() => void print()} />
      <Button icon="words" label={tools.list} pressed={state.listing.value} onClick={() => (state.listing.value = !state.listing.value)} />
    </div>
  );
}

interface ButtonProps {
  icon?: IconName;
  picture?: ComponentChildren;
  label: string;
  onClick: () => void;
  pressed?: boolean;
  disabled?: boolean;
  tool?: string;
}

function Button({ icon, picture, label, onClick, pressed, disabled, tool }: ButtonProps) {
  return (
    <button
      type="button"
      class="tool"
      data-tool={tool ?? icon}
      disabled={disabled ?? false}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={onClick}
    >
      {icon ? <Icon name={icon} /> : picture}
      <span>{label}</span>
    </button>
  );
}

function PutButton({ what, label }: { what: Addable; label: string }) {
  const pending = state.pending.value;
  const on = pending?.want === "put" && pending.what === what;
  const toggle = (): void => {
    doing.layDown();
    if (!on) state.pending.value = { want: "put", what };
  };
  return <Button tool={what} picture={<Picture of={what} />} label={label} pressed={on} onClick={toggle} />;
}

function ToolButton({ tool, label, picture }: { tool: Tool; label: string; picture: ComponentChildren }) {
  const on = state.tool.value === tool;
  const toggle = (): void => {
    doing.layDown();
    if (on) return;
    state.tool.value = tool;
    if (tool === "home") state.announce(t().studio.drawing.pick.home);
  };
  return <Button tool={tool} picture={picture} label={label} pressed={on} onClick={toggle} />;
}

function WantButton({ want, label }: { want: "arrow" | "link"; label: string }) {
  const pending = state.pending.value;
  const on = pending?.want === want;
  const toggle = (): void => {
    doing.layDown();
    if (on) return;
    const { pick } = t().studio.drawing;
    state.pending.value = want === "arrow" ? { want, from: null, again: true } : { want, kind: "couple", from: null, again: true };
    state.announce(want === "arrow" ? pick.arrowFrom : pick.linkFrom);
  };
  return <Button tool={want} picture={<Picture of={want} />} label={label} pressed={on} onClick={toggle} />;
}
