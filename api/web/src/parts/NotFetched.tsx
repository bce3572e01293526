/** A part of the page itself could not be had: the application was stopped, or is another one by now. */
import { Refusal } from "../api/client";
import { t } from "../i18n";
import { Refused } from "./Refused";

export function NotFetched({ retry }: { retry: () => void }) {
  return <Refused refusal={notFetched()} retry={retry} />;
}

/** The same as a refusal, for whoever fetches something and asks the server in one go. */
export function notFetched(): Refusal {
  return new Refusal({ type: "about:blank", status: 0, title: t().problem.notFetched }, false);
}
