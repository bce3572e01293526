/** The question of the part "Qui peut aider ?": it lives as long as the page. */
import type { Option } from "../../parts/Combobox";
import { Inquiry } from "./inquiry";

export const inquiry = new Inquiry();

export function startFrom(origin: Option): void {
  inquiry.set({ origin });
}
