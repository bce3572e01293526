/** A round button of the bar with its picture; the words are its name. */
const PICTURES = {
  tablet: "M7 3 H17 Q18.500 3 18.500 4.500 V19.500 Q18.500 21 17 21 H7 Q5.500 21 5.500 19.500 V4.500 Q5.500 3 7 3 Z M12 18 H12.010",
  spare: "M5 4 H15 L19 8 V20 H5 Z M8 4 V9 H14 V4 M8 20 V14 H16 V20",
} as const;

interface Props {
  picture: keyof typeof PICTURES;
  label: string;
  /** The word under the picture, where there is room. */
  word: string;
  on: boolean;
  /** A number on the picture; 0 for none. */
  count?: number;
  onClick: () => void;
}

export function BarButton({ picture, label, word, on, count = 0, onClick }: Props) {
  return (
    <button
      type="button"
      class={on ? "round sharing-on" : "round"}
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      onClick={onClick}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={PICTURES[picture]} />
      </svg>
      <span class="bar-word">{word}</span>
      {count > 0 && <span class="sharing-count">{count}</span>}
    </button>
  );
}
