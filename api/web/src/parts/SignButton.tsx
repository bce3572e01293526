/** A large sign to choose without reading: a picture drawn in a square of 48, a few words under it. */
interface Props {
  path: string;
  label: string;
  says?: string | undefined;
  /** What it stands for, where a code does. */
  code?: string;
  class?: string | undefined;
  autofocus?: boolean | undefined;
  pressed?: boolean | undefined;
  onChoose: () => void;
}

export function SignButton({ path, label, says, code, class: name, autofocus, pressed, onChoose }: Props) {
  return (
    <button
      type="button"
      class={name ? `sign ${name}` : "sign"}
      data-sign={code}
      onClick={onChoose}
      autoFocus={autofocus ?? false}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
    >
      <SignPicture path={path} />
      <span class="sign-label">{label}</span>
      {says && <span class="sign-says">{says}</span>}
    </button>
  );
}

export function SignPicture({ path }: { path: string }) {
  return (
    <svg class="sign-picture" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
