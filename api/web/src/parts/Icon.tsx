/** Small line icons, drawn here so that nothing is fetched. They say nothing to a screen reader: the button does. */
const SHAPES = {
  plus: "M12 5 V19 M5 12 H19",
  minus: "M5 12 H19",
  fit: "M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15",
  previous: "M15 5 L8 12 L15 19",
  next: "M9 5 L16 12 L9 19",
  begin: "M18 5 L11 12 L18 19 M6 5 V19",
  play: "M8 5 L19 12 L8 19 Z",
  pause: "M8 5 V19 M16 5 V19",
  save: "M12 4 V15 M7 11 L12 16 L17 11 M5 20 H19",
  present: "M4 5 H20 V16 H4 Z M12 16 V20 M8 20 H16",
  close: "M6 6 L18 18 M18 6 L6 18",
  import: "M12 16 V5 M7 9 L12 4 L17 9 M5 20 H19",
  speak: "M4 10 V14 H8 L13 18 V6 L8 10 Z M16 9 Q18 12 16 15 M18.5 7 Q22 12 18.5 17",
  search: "M10.5 4 A6.5 6.5 0 1 1 10.5 17 A6.5 6.5 0 1 1 10.5 4 Z M15.5 15.5 L20 20",
  phone:
    "M6 4 L9.500 4 L11 8.500 L8.700 10.200 Q10.300 13.700 13.800 15.300 L15.500 13 L20 14.500 V18 Q20 20 18 20 Q4 19 4 6 Q4 4 6 4 Z",
  copy: "M9 9 H19 V20 H9 Z M15 9 V4 H5 V15 H9",
  check: "M5 12.500 L10 17.500 L19 7",
  back: "M19 12 H5 M11 6 L5 12 L11 18",
  bin: "M5 7 H19 M10 7 V4.500 H14 V7 M7 7 L8 20 H16 L17 7",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
