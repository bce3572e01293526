/** The studio did not open: why, and the way to try again. */
import { Refused } from "../../parts/Refused";
import { refused } from "./studio";

export function StudioRefused() {
  const told = refused.value;
  return told && <Refused refusal={told.refusal} retry={told.again} />;
}
