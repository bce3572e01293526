/** What the studio's bar shows of where it is: the invitation of a tablet, or what the file's or tablet's page brought. */
import { ownBar } from "../../../sharing/surroundings";
import { Invite } from "./Invite";

export function SharingBar() {
  const Own = ownBar.of ?? Invite;
  return <Own />;
}
