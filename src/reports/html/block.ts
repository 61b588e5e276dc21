import { escaped } from '../plain.ts'
import type { Block, Entry } from '../report.ts'
import type { ReportWords } from '../words.ts'
import { shownCell } from '../table.ts'
import { faces } from './faces.ts'
import { figureHtml } from './figure.ts'

/** Id of a figure to its number. */
export type Numbers = ReadonlyMap<string, number>

export interface Place {
  readonly words: ReportWords
  readonly numbers: Numbers
  /** Of a heading inside the section. */
  readonly level: number
}

export function blockHtml(block: Block, place: Place): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}${references(block.values, place)}</p>`
    case 'figure':
      return figureHtml(block.figure, place.words)
    case 'list':
      return `<ul>${block.items.map(item => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'note':
      return `<p class="note">${escaped(block.text)}</p>`
    case 'table':
      return tableHtml(block, place.words)
    case 'entry':
      return entryHtml(block.entry, place)
    default:
      return block satisfies never
  }
}

/** The figures whose values the sentences say, so that each can be checked where it stands. */
function references(ids: readonly string[], { words, numbers }: Place): string {
  const links = ids.map(id => {
    const number = numbers.get(id) ?? 0
    return `<a href="#figure-${number}">${escaped(words.text.figure(words.number(number)))}</a>`
  })
  return links.length === 0 ? '' : ` ${words.text.says(links.join(', '))}`
}

function tableHtml(table: Extract<Block, { kind: 'table' }>, words: ReportWords): string {
  const { columns, rows } = table
  const caption = escaped(table.caption)
  const heads = columns.map(
    ({ label, numeric }) => `<th scope="col"${numeric ? ' class="num"' : ''}>${escaped(label)}</th>`,
  )
  const lines = rows.map(row =>
    columns.map((column, at) => {
      const { text, face } = shownCell(row[at] ?? null, column, words)
      return `<td class="${column.numeric ? 'num' : ''}${faces[face]}">${escaped(text)}</td>`
    }),
  )
  return `<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>${lines.map(cells => `<tr>${cells.join('')}</tr>`).join('')}</tbody></table></div>`
}

function entryHtml(entry: Entry, { words, level }: Place): string {
  const counts = entry.counts.map(count => {
    const { cell, after } = words.counted(count)
    return `<li>${escaped(count.label)}: <b class="number${faces[cell.face]}">${escaped(cell.text)}</b> ${escaped(after)}</li>`
  })
  return [
    '<article class="entry">',
    entry.place === null ? '' : `<h${level}>${escaped(entry.place)}</h${level}>`,
    entry.on === null ? '' : `<p class="on">${escaped(entry.on)}</p>`,
    `<p>${escaped(entry.text)}</p>`,
    counts.length === 0 ? '' : `<ul class="counts">${counts.join('')}</ul>`,
    entry.partners.length === 0
      ? ''
      : `<p class="partners">${escaped(words.text.partners)}: ${escaped(entry.partners.map(words.isolate).join('; '))}</p>`,
    '</article>',
  ].join('')
}
