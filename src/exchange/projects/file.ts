import type { Content, Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type LineError, lineError } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import { withHeader } from '../table.ts'
import { placedColumns } from './columns.ts'
import { type ProjectLine, readProjectLine } from './line.ts'

/** A project or donor as all lines about it say together. */
export interface Gathered {
  readonly line: number
  readonly office: string | null
  /** Code of the project; name of the donor, or a word for private ones. */
  readonly key: string
  readonly content: Content
}

export interface ProjectFile {
  readonly lines: number
  readonly projects: readonly Gathered[]
  readonly donors: readonly Gathered[]
  /** `key`: tells a contribution apart from others, also when its amount is corrected later. */
  readonly contributions: readonly (Gathered & { readonly project: string; readonly donor: string })[]
  readonly errors: readonly LineError[]
}

const mostLines = 50_000

/** Reads and checks a whole file. Lines about one project or one donor must not contradict each other. */
export async function readProjectFile(d: Dictionary, file: string, offices: ReadonlySet<string>): Promise<ProjectFile> {
  const { header, rows } = await withHeader(file)
  const reader = { dictionary: d, ...placedColumns(d, header), count: header.names.length, offices }
  const lines: ProjectLine[] = []
  const errors: LineError[] = []
  let count = 0
  for await (const row of rows) {
    count += 1
    if (count > mostLines) throw new ImportProblem('too_many_lines', { limit: mostLines })
    const read = readProjectLine(reader, row)
    errors.push(...read.errors)
    if (read.line) lines.push(read.line)
  }
  if (count === 0) throw new ImportProblem('no_rows', { file })
  const projects = gathered(
    'project',
    lines.map(each => ({ ...each, key: each.code, content: each.contents.project })),
  )
  const given = lines.filter(({ contents }) => Object.keys(contents.donor).length > 0)
  const donors = gathered(
    'donor',
    given.map(each => ({ ...each, key: donorKey(each), content: each.contents.donor })),
  )
  const seen = new Map<string, number>()
  const contributions = given
    .filter(({ contents }) => Object.keys(contents.contribution).length > 0)
    .map(each => {
      const [donor, content] = [donorKey(each), each.contents.contribution]
      const one = JSON.stringify([each.code, donor, content['agreedOn'] ?? null])
      const n = (seen.get(one) ?? 0) + 1
      seen.set(one, n)
      return { line: each.line, office: each.office, key: `${one}/${n}`, project: each.code, donor, content }
    })
  errors.push(...projects.errors, ...donors.errors)
  return {
    lines: count,
    projects: projects.found,
    donors: donors.found,
    contributions,
    errors: errors.sort((a, b) => a.line - b.line),
  }
}

/** Private donors without a name are one. */
const donorKey = ({ contents: { donor } }: ProjectLine): string =>
  typeof donor['name'] === 'string' ? donor['name'] : `- ${typeof donor['kind'] === 'string' ? donor['kind'] : ''}`

function gathered(
  what: string,
  all: readonly Gathered[],
): { found: readonly Gathered[]; errors: readonly LineError[] } {
  const found = new Map<string, Gathered>()
  const errors: LineError[] = []
  for (const each of all) {
    const before = found.get(each.key)
    const other = before && contradiction(before, each)
    if (other) {
      const details = { line: before.line, other: shown(before.content[other]), what }
      errors.push(lineError(each.line, other, shown(each.content[other]), 'contradicts', details))
    }
    found.set(each.key, { ...each, ...before, content: { ...each.content, ...before?.content } })
  }
  return { found: [...found.values()], errors }
}

const contradiction = (a: Gathered, b: Gathered): string | undefined =>
  Object.keys(b.content).find(
    field => a.content[field] !== undefined && shown(a.content[field]) !== shown(b.content[field]),
  )

const shown = (value: Value | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
