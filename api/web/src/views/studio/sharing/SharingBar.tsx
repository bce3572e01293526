/** What the studio's bar shows of where it is: the invitation of a tablet, or what the file's or tablet's page brought. */
import { ownBar } from "../../../sharing/surroundings";
import { Invite } from "./Invite";
import { SpareButton } from "./Spare";

export function SharingBar() {
  const Own = ownBar.of;
  if (Own) return <Own />;
  return (
    <>
      <Invite />
      <SpareButton />
    </>
  );
}
