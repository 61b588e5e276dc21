/** Where sealed files lie: a folder, or anything else that keeps bytes under a name. It never sees what they say. */
export interface FileStore {
  /** Which kind of place it is, and where, for the administrator: never a key or a password. */
  readonly place: FilePlace
  /** Keeps the bytes under the name; what was there is replaced whole, or not at all. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** null when there is no such file. */
  get(name: string): Promise<Buffer | null>
  /** Returns once the file is gone; one that is not there is gone already. */
  remove(name: string): Promise<void>
  /** Every name, in no order. What is not named as our files are is left out: it is not ours. */
  names(): AsyncIterable<string>
}

export interface FilePlace {
  readonly kind: 'folder' | 's3' | 'none'
  /** The folder, or address and bucket. */
  readonly where: string
}

/** For a register that keeps none: imports, figures, tests of other things. */
export const noFiles: FileStore = {
  place: { kind: 'none', where: '' },
  put: () => Promise.reject(new Error('This register was opened without a place for files.')),
  get: () => Promise.resolve(null),
  remove: () => Promise.reject(new Error('This register was opened without a place for files.')),
  async *names() {},
}

/** Names are ids of our own making. */
export const isFileName = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)

/** Checked all the same where they become a path or an address. */
export function checkedName(name: string): string {
  if (!isFileName(name)) throw new Error('A file is named by a UUID.')
  return name
}
