import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'

const linesAtOnce = 20_000

const cell = (value: string | number): string => {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes a CSV file without holding it: `row` gives the cells of line i below the header. */
export async function writeCsv(
  path: string,
  header: readonly string[],
  rows: number,
  row: (i: number) => readonly (string | number)[],
): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  file.write(`${header.join(',')}\n`)
  for (let from = 0; from < rows; from += linesAtOnce) {
    let text = ''
    for (let i = from; i < Math.min(rows, from + linesAtOnce); i++) text += `${row(i).map(cell).join(',')}\n`
    if (!file.write(text)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}
