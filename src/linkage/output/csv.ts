import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'

const linesAtOnce = 20_000

export const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** Writes a CSV file without holding it: `line` gives line i below the header, its cells quoted where they need it. */
export async function writeCsv(
  path: string,
  header: readonly string[],
  lines: number,
  line: (i: number) => string,
): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  file.write(`${header.map(cell).join(',')}\n`)
  for (let from = 0; from < lines; from += linesAtOnce) {
    let text = ''
    for (let i = from; i < Math.min(lines, from + linesAtOnce); i++) text += `${line(i)}\n`
    if (!file.write(text)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}
