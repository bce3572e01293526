/** Sealing a spare copy: AES-256-GCM under a key that the computer's store tells and no disk of this browser holds. */
import type { SealedCopy } from "./offline-store";

/** A key that cannot be read back out of the browser. */
export function keyOf(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function sealed(id: string, content: unknown, key: CryptoKey): Promise<SealedCopy> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder().encode(JSON.stringify(content));
  return { id, iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: named(id) }, key, data) };
}

/** What was sealed, or undefined when it was not sealed with this key, or not as it is now. */
export async function unsealed(copy: SealedCopy, key: CryptoKey): Promise<unknown> {
  try {
    const algorithm = { name: "AES-GCM", iv: copy.iv, additionalData: named(copy.id) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, copy.sealed)));
  } catch {
    return undefined;
  }
}

/** The sheet's name is part of the seal: one copy cannot be passed off as another's. */
function named(id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(id) as Uint8Array<ArrayBuffer>;
}
