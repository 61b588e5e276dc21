import { unzipSync, zipSync } from 'fflate'

/**
 * An office file whose bytes depend on what it says alone: programs that make them write the hour into the archive and into
 * the properties. Both become the cut-off of the report.
 */
export function repacked(bytes: Uint8Array, cutOff: string): Buffer {
  const at = new Date(cutOff)
  const files = unzipSync(bytes)
  const core = files['docProps/core.xml']
  if (core !== undefined) {
    const moment = `${at.toISOString().slice(0, 19)}Z`
    const text = new TextDecoder().decode(core)
    files['docProps/core.xml'] = new TextEncoder().encode(
      text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g, `$1${moment}`),
    )
  }
  // An archive keeps hours of no zone; the same digits everywhere.
  const mtime = new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes())
  const entries = Object.entries(files).toSorted(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime, level: 6 }))
}

/** Readers want the list of types first. */
const order = (name: string) => (name === '[Content_Types].xml' ? 0 : 1)
