/** Files of this computer, as far as the browser lets a page near them: the picker where there is one, else a download. */
interface Writable {
  write(data: BufferSource): Promise<void>;
  close(): Promise<void>;
  abort?(): Promise<void>;
}
interface Handle {
  getFile(): Promise<File>;
  createWritable(): Promise<Writable>;
}
interface Pickers {
  showSaveFilePicker?(options: object): Promise<Handle>;
  showOpenFilePicker?(options: object): Promise<Handle[]>;
}

/** A file that may be written over; undefined where the browser only downloads. */
export type Place = Handle | undefined;

const KIND = [{ description: "Sociogram", accept: { "application/json": [".json"] } }];
const pickers = (): Pickers => globalThis as unknown as Pickers;

/** Whether this browser can write over a file. */
export function canWriteOver(): boolean {
  return typeof pickers().showSaveFilePicker === "function";
}

/** Save where it was saved last, else where one chooses. "given_up" when nothing was chosen. Throws when it cannot be written. */
export async function save(data: Uint8Array<ArrayBuffer>, name: string, last: Place): Promise<Place | "given_up"> {
  const pick = pickers().showSaveFilePicker;
  if (!pick) {
    download(data, name);
    return undefined;
  }
  const place = last ?? (await chosen(() => pick.call(globalThis, { suggestedName: name, types: KIND })));
  if (!place) return "given_up";
  // The browser writes beside the file and changes them over at the end: a cut leaves the old one whole.
  const writable = await place.createWritable();
  try {
    await writable.write(data);
    await writable.close();
  } catch (error) {
    await writable.abort?.().catch(() => undefined);
    throw error;
  }
  return place;
}

/** Choose a file and read it; undefined when nothing was chosen. Throws when it cannot be read. */
export async function open(): Promise<{ data: Uint8Array; place: Place } | undefined> {
  const pick = pickers().showOpenFilePicker;
  if (!pick) {
    const file = await chosenByInput();
    return file && { data: await bytesOf(file), place: undefined };
  }
  const [place] = (await chosen(() => pick.call(globalThis, { types: KIND }))) ?? [];
  return place && { data: await bytesOf(await place.getFile()), place };
}

/** Whatever is longer than any sheet is not read at all. */
async function bytesOf(file: File): Promise<Uint8Array> {
  const LIMIT = 20_000_001;
  return new Uint8Array(await file.slice(0, LIMIT).arrayBuffer());
}

async function chosen<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

function chosenByInput(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}

function download(data: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([data], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
