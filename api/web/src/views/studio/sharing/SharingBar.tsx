/** What the studio's bar shows of where it is: the file's buttons, the invitation of a tablet, or the tablet's own hour. */
import { surroundings } from "../../../sharing/surroundings";
import { FileBar } from "./FileBar";
import { GuestBar } from "./GuestBar";
import { Invite } from "./Invite";

export function SharingBar() {
  if (surroundings.value === "file") return <FileBar />;
  if (surroundings.value === "tablet") return <GuestBar />;
  return <Invite />;
}
