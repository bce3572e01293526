/**
 * The browser's own database, for spare copies of kept sheets and nothing else. It is made when a copy is first asked
 * for and thrown away with the last one. What lies in it is sealed (`seal.ts`): the disk never holds a word.
 */
const NAME = "sociogram-spare";
const TABLE = "copies";

/** A sealed copy. `id` is the sheet's, which names nobody. */
export interface SealedCopy {
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** Whether this browser holds a copy; asks without making anything. */
async function anyCopy(): Promise<boolean> {
  if (typeof indexedDB === "undefined" || !indexedDB.databases) return false;
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

export async function copies(): Promise<SealedCopy[]> {
  return (await anyCopy()) ? within("readonly", (table) => table.getAll() as IDBRequest<SealedCopy[]>) : [];
}

/** On disk when the promise is kept. */
export async function putCopy(copy: SealedCopy): Promise<void> {
  await within("readwrite", (table) => table.put(copy));
}

/** Forget one copy; the last one takes the database with it. */
export async function dropCopy(id: string): Promise<void> {
  if (!(await anyCopy())) return;
  await within("readwrite", (table) => table.delete(id));
  if ((await copies()).length === 0) await answered(indexedDB.deleteDatabase(NAME));
}

async function within<T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    const transaction = database.transaction(TABLE, mode, { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    });
    const result = answered(work(transaction.objectStore(TABLE)));
    await done;
    return await result;
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE, { keyPath: "id" });
  return answered(asked);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("refused"));
  });
}
