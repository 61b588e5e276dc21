export interface Row {
  readonly what: string
  readonly target: string
  readonly measured: string
}

export interface Report {
  readonly title: string
  readonly machine: string
  readonly command: string
  readonly rows: readonly Row[]
}

const opens = '<!-- bench: written by npm run bench -->'
const closes = '<!-- end of bench -->'

export const tableOf = ({ title, machine, command, rows }: Report): string =>
  [
    `**${title}.** ${machine}. Command: \`${command}\`.`,
    '',
    '| what | target | measured |',
    '| --- | --- | --- |',
    ...rows.map(row => `| ${row.what} | ${row.target} | ${row.measured} |`),
  ].join('\n')

/** The page with the table in the place of the one before. @throws when the page has no such place. */
export function withTable(page: string, table: string): string {
  const from = page.indexOf(opens)
  const to = page.indexOf(closes)
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the marks between which the table stands.')
  return `${page.slice(0, from + opens.length)}\n${table}\n${page.slice(to)}`
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`
export const kb = (bytes: number): string => `${Math.round(bytes / 1_000)} kB`
