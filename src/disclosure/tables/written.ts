import { type ReleaseFile, textFile } from '../file.ts'
import { csvText } from '../release.ts'
import { type CrossTable, placeOf, product, type TableSystem, type Tree } from './cells.ts'
import type { PublishedTable } from './published.ts'
import type { Shown, TableRequest } from './request.ts'

/** What stands for a hidden number. */
const hiddenMark = 'c'

/** A CSV for each table, one line a cell, and a page with the tables and bars beside them. */
export function tableFiles(
  request: TableRequest,
  { system, shown }: { readonly system: TableSystem; readonly shown: Shown },
): ReleaseFile[] {
  const several = system.tables.length > 1
  const files = system.tables.map((table, at) => {
    const header = [
      ...table.trees.map(({ column }) => column),
      'persons',
      ...(shown.sums ? [request.money?.column ?? ''] : []),
    ]
    const lines = linesOf(table).map(({ labels, cell }) => [
      ...labels.map(label => label || 'all'),
      ...cellsOf(shown, cell),
    ])
    return textFile(several ? `table-${at + 1}.csv` : 'table.csv', csvText([header, ...lines]))
  })
  return [...files, textFile('report.html', pageOf(request, system, shown))]
}

const cellsOf = ({ counts, sums }: Shown, cell: number): string[] => {
  const said = (n: number | null | undefined) => (n === null || n === undefined ? hiddenMark : String(n))
  return [said(counts[cell]), ...(sums ? [said(sums[cell])] : [])]
}

/** In the order of the trees: a group before what it consists of. */
function linesOf({ trees, cells }: CrossTable): { labels: string[]; cell: number; depth: number }[] {
  return [...product(trees.map(inOrder))].map(nodes => ({
    labels: nodes.map((node, i) => trees[i]?.nodes[node]?.label ?? ''),
    cell: cells[placeOf(trees, nodes)] as number,
    depth: depthOf(trees[0], nodes[0] ?? 0),
  }))
}

function inOrder({ nodes }: Tree): number[] {
  const below = Map.groupBy(nodes.keys(), node => nodes[node]?.parent ?? -1)
  const walk = (node: number): number[] => [node, ...(below.get(node) ?? []).flatMap(walk)]
  return walk(0)
}

function depthOf(tree: Tree | undefined, node: number): number {
  const parent = tree?.nodes[node]?.parent ?? -1
  return parent < 0 ? 0 : 1 + depthOf(tree, parent)
}

/** How it was made, what it promises and what not. */
export function manifestOf(
  { policy, round, money, population, by, table }: TableRequest,
  about: Readonly<Record<string, unknown>>,
  o: {
    readonly system: TableSystem
    readonly shown: Shown
    readonly published: PublishedTable
    readonly files: readonly ReleaseFile[]
  },
): Record<string, unknown> {
  const hidden = o.shown.counts.filter(n => n === null).length
  return {
    method: round === null ? 'tables with small numbers hidden' : 'tables rounded',
    version: about['version'],
    unit: 'person',
    population,
    schema: { name: table.domain.schema.name, sha256: about['schema'] },
    tables: by,
    ...(round === null
      ? { k: policy.k, protection: policy.protection, fullCells: policy.full ? 'hidden' : 'shown' }
      : { base: round }),
    money: money === null ? null : { column: money.column, rule: `p % rule, p = ${money.percent}` },
    cells: { all: o.system.ids.length, hidden, narrowestInterval: round === null ? o.shown.narrowest : null },
    input: about['input'],
    not_protected: round === null ? notProtected : notProtectedRounded,
    files: o.files.map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 })),
  }
}

const notProtected = [
  'Against somebody who knows all but a few persons of a cell.',
  'What is shown: that at least so many persons have these values in common.',
  'What other publications about the same persons tell, unless they are in the same ledger.',
]
const notProtectedRounded = [
  'A number lies less than one step from what is shown, unless the sums forced it further.',
  'That nobody has these values: 0 stays 0.',
  ...notProtected.slice(2),
]

function pageOf(request: TableRequest, system: TableSystem, shown: Shown): string {
  const { policy, round, money } = request
  const about =
    round === null
      ? `“c”: hidden, because so few persons could be recognised (1 to ${policy.k - 1})${policy.full ? ', because everybody of a group would be told' : ''}, or because it would give such a number away. It is not 0. What each hidden number can be was worked out from everything shown here: at least ${policy.protection + 1} values.`
      : `Every number is a multiple of ${round}, at most a step or two from the true one. Sums hold.`
  const tables = system.tables.map((table, at) =>
    tableHtml(table, shown, { title: request.by[at]?.join(' × ') ?? '', money: money?.column ?? null }),
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Published tables</title>
<style>${style}</style></head><body><h1>Published tables</h1><p>${inText(about)} Unit: persons.</p>
${tables.join('\n')}</body></html>
`
}

const mostLines = 5_000

function tableHtml(
  table: CrossTable,
  shown: Shown,
  o: { readonly title: string; readonly money: string | null },
): string {
  const lines = linesOf(table)
  const most = Math.max(1, ...lines.slice(1).map(({ cell }) => shown.counts[cell] ?? 0))
  const body = lines.slice(0, mostLines).map(({ labels, cell, depth }) => {
    const n = shown.counts[cell] ?? null
    const [first = '', ...rest] = labels.map(label => inText(label || 'all'))
    const bar = n === null ? '' : `<i style="width:${((Math.min(n, most) / most) * 100).toFixed(1)}%"></i>`
    const [count = '', sum] = cellsOf(shown, cell)
    return `<tr><th scope="row" style="padding-inline-start:${depth}em">${first}</th>${rest.map(each => `<td>${each}</td>`).join('')}<td class="n">${count}</td>${sum === undefined ? '' : `<td class="n">${sum}</td>`}<td class="b" aria-hidden="true">${bar}</td></tr>`
  })
  const heads = [...table.trees.map(({ column }) => column), 'Persons', ...(o.money === null ? [] : [o.money])]
  const left = lines.length > mostLines ? `<p>${lines.length - mostLines} more lines are in the CSV.</p>` : ''
  return `<h2>${inText(o.title)}</h2><table><thead><tr>${heads.map(head => `<th scope="col">${inText(head)}</th>`).join('')}<td></td></tr></thead><tbody>${body.join('\n')}</tbody></table>${left}`
}

const inText = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2526}table{border-collapse:collapse;width:100%}th,td{text-align:start;font-weight:400;padding:.25rem .5rem;border-bottom:1px solid #d9dede}thead th{font-weight:600}.n{text-align:end;font-variant-numeric:tabular-nums}.b{width:30%}.b i{display:block;height:.8em;background:#0f5c5c}'
