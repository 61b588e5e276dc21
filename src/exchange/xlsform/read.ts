import {
  SurveyForm,
  type SurveyGroup,
  type SurveyKind,
  type SurveyQuestion,
  type Words,
} from '#forms/survey/definition.ts'
import { type Expression, ExpressionProblem, parseExpression, questionsOf } from '#forms/survey/expression.ts'
import type { FormSheets, SheetRow } from './sheets.ts'

export type FormProblemCode =
  | 'no_questions'
  | 'type_unknown'
  | 'name_wrong'
  | 'name_twice'
  | 'list_missing'
  | 'choice_twice'
  | 'group_unclosed'
  | 'expression_wrong'
  | 'question_unknown'
  | 'too_large'

/** What is wrong, or was left out, and where: the number of the row as the spreadsheet shows it. */
export interface FormRemark {
  readonly code: FormProblemCode | 'left_out' | 'repeat_left_out'
  readonly sheet: 'survey' | 'choices'
  readonly row: number
  /** The type, name or expression that is meant; in English where it is a sentence. */
  readonly what: string
}

export interface ReadForm {
  /** Null when there are problems. */
  readonly form: SurveyForm | null
  readonly problems: readonly FormRemark[]
  /** Parts of the form that this program does not ask, or knows without asking. */
  readonly remarks: readonly FormRemark[]
}

/** Written by the collecting program, never by a person. */
const silent = new Set(['start', 'end', 'today', 'audit'])
/** They tell where or who somebody is, or need a file; a questionnaire without names does without. */
const leftOut = new Set(
  'deviceid username phonenumber email simserial subscriberid geopoint geotrace geoshape image audio video file barcode rank xml-external background-audio csv-external select_one_from_file select_multiple_from_file'.split(
    ' ',
  ),
)
const plain: Readonly<Record<string, SurveyKind>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'decimal',
  date: 'date',
  time: 'time',
  note: 'note',
  calculate: 'calculate',
  hidden: 'calculate',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
}

/**
 * Reads an XLSForm (https://xlsform.org/en/ref-table/) into a questionnaire: types, groups, labels and hints in any languages, required, relevant,
 * constraint with its message, calculation, choices and choice filters. Repeats, files and places are left out and named.
 */
export function readXlsform(sheets: FormSheets, title: string): ReadForm {
  const reading = new Reading(sheets)
  reading.choices()
  reading.survey()
  if (reading.questions.length === 0) reading.problem('no_questions', 'survey', 1, '')
  reading.expressions()
  const [settings] = sheets.settings
  const languages = reading.languages(settings?.cells['default_language'] ?? '')
  const used = new Set(reading.questions.flatMap(({ list }) => (list === undefined ? [] : [list])))
  const made = SurveyForm.safeParse({
    format: 'waymark.survey.1',
    title: settings?.cells['form_title'] ?? title,
    version: settings?.cells['version'] ?? '',
    languages,
    groups: reading.groups,
    questions: reading.questions,
    lists: Object.fromEntries([...reading.lists].filter(([name]) => used.has(name))),
  })
  if (!made.success && reading.problems.length === 0)
    reading.problem('too_large', 'survey', 1, made.error.issues[0]?.path.join(' ') ?? '')
  return {
    form: made.success && reading.problems.length === 0 ? made.data : null,
    problems: reading.problems,
    remarks: reading.remarks,
  }
}

class Reading {
  readonly problems: FormRemark[] = []
  readonly remarks: FormRemark[] = []
  readonly questions: SurveyQuestion[] = []
  readonly groups: SurveyGroup[] = []
  readonly lists = new Map<string, SurveyForm['lists'][string]>()
  readonly #sheets: FormSheets
  readonly #rows = new Map<string, number>()

  constructor(sheets: FormSheets) {
    this.#sheets = sheets
  }

  problem(code: FormProblemCode, sheet: FormRemark['sheet'], row: number, what: string): void {
    this.problems.push({ code, sheet, row, what: what.slice(0, 120) })
  }

  choices(): void {
    for (const { row, cells } of this.#sheets.choices) {
      const { list_name: list = '', name = cells['value'] ?? '' } = cells
      if (list === '' || name === '') continue
      if (/\s/.test(name)) this.problem('name_wrong', 'choices', row, name)
      const known = this.lists.get(list) ?? []
      if (known.some(each => each.name === name)) this.problem('choice_twice', 'choices', row, `${list}: ${name}`)
      const columns = Object.entries(cells).filter(
        ([column]) =>
          !['list_name', 'name', 'value'].includes(column) && !/^(label|image|media|audio|video)/.test(column),
      )
      const choice = { name, label: wordsOf(cells, 'label', name) }
      known.push(columns.length === 0 ? choice : { ...choice, columns: Object.fromEntries(columns) })
      this.lists.set(list, known)
    }
  }

  survey(): void {
    const open: { name: string; row: number; repeat: boolean }[] = []
    for (const row of this.#sheets.survey) {
      const type = (row.cells['type'] ?? '').trim().replaceAll(/\s+/g, ' ')
      const word = type.toLowerCase().replace(/^(begin|end) /, '$1_')
      const inRepeat = open.some(({ repeat }) => repeat)
      if (word === '' || silent.has(word) || word === 'start-geopoint') continue
      if (word === 'begin_group' || word === 'begin_repeat') {
        const name = this.#nameOf(row, `group_${row.row}`)
        const repeat = word === 'begin_repeat'
        if (repeat) this.remarks.push({ code: 'repeat_left_out', sheet: 'survey', row: row.row, what: name })
        else if (!inRepeat) this.groups.push(groupOf(row, name, open.at(-1)?.name ?? null))
        open.push({ name, row: row.row, repeat })
      } else if (word === 'end_group' || word === 'end_repeat') {
        if (open.pop() === undefined) this.problem('group_unclosed', 'survey', row.row, type)
      } else if (!inRepeat) this.#question(row, type, open.at(-1)?.name ?? null)
    }
    for (const { name, row } of open) this.problem('group_unclosed', 'survey', row, name)
  }

  #nameOf({ row, cells }: SheetRow, without = ''): string {
    const name = cells['name'] ?? without
    if (!/^[A-Za-z_][A-Za-z0-9_.-]{0,79}$/.test(name)) this.problem('name_wrong', 'survey', row, name)
    if (this.#rows.has(name)) this.problem('name_twice', 'survey', row, name)
    else this.#rows.set(name, row)
    return name
  }

  #question(row: SheetRow, type: string, group: string | null): void {
    const [word = '', list = '', ...more] = type.split(' ')
    const many = /^select(_multiple| multiple|_many)?$/i.test(word) && /multiple|many/i.test(word)
    const one = /^select_?one$/i.test(word)
    if (leftOut.has(word.toLowerCase())) {
      this.remarks.push({
        code: 'left_out',
        sheet: 'survey',
        row: row.row,
        what: `${type} ${row.cells['name'] ?? ''}`.trim(),
      })
      return
    }
    const kind = many
      ? 'many'
      : one
        ? 'one'
        : Object.hasOwn(plain, word.toLowerCase())
          ? plain[word.toLowerCase()]
          : undefined
    if (kind === undefined) return this.problem('type_unknown', 'survey', row.row, type)
    const name = this.#nameOf(row)
    const question = questionOf(row, name, kind, group)
    if (kind !== 'one' && kind !== 'many') {
      this.questions.push(question)
      return
    }
    if (!this.lists.has(list)) return this.problem('list_missing', 'survey', row.row, list)
    if (!more.join(' ').includes('or_other') && !more.join(' ').includes('or other')) {
      this.questions.push({ ...question, list })
      return
    }
    const withOther = `${list} or other`
    this.lists.set(withOther, [...(this.lists.get(list) ?? []), { name: 'other', label: { '': 'Other' } }])
    const test = kind === 'many' ? `selected(\${${name}}, 'other')` : `\${${name}} = 'other'`
    this.questions.push(
      { ...question, list: withOther },
      { name: `${name}_other`, kind: 'text', group, label: { '': 'Specify other' }, relevant: test },
    )
  }

  /** Every expression is read now, and every question that it names must be there. */
  expressions(): void {
    const names = new Set(this.questions.map(({ name }) => name))
    const look = (source: string | undefined, row: number, name: string) => {
      if (source === undefined) return
      try {
        const read = parseExpression(source)
        refuseCostly(read)
        for (const question of questionsOf(read))
          if (!names.has(question)) this.problem('question_unknown', 'survey', row, `${name}: ${question}`)
      } catch (error) {
        if (!(error instanceof ExpressionProblem)) throw error
        this.problem('expression_wrong', 'survey', row, `${name}: ${error.message}`)
      }
    }
    for (const question of this.questions) {
      const row = this.#rows.get(question.name) ?? 1
      const { required, relevant, constraint, calculation, choiceFilter } = question
      for (const source of [required, relevant, constraint, calculation, choiceFilter]) look(source, row, question.name)
    }
    for (const { name, relevant } of this.groups) look(relevant, this.#rows.get(name) ?? 1, name)
  }

  /** Languages of the labels, the default one first. */
  languages(first: string): string[] {
    const found = new Set<string>()
    const add = (words: Words | undefined) => {
      for (const language of Object.keys(words ?? {})) found.add(language)
    }
    for (const { label } of this.questions) add(label)
    for (const list of this.lists.values()) for (const { label } of list) add(label)
    const all = [...found].filter(language => language !== '' || found.size === 1)
    return all.includes(first) ? [first, ...all.filter(each => each !== first)] : all.length === 0 ? [''] : all
  }
}

/** Words of a column in every language: `label`, `label::English (en)`. */
function wordsOf(cells: SheetRow['cells'], column: string, without?: string): Words {
  const found = Object.entries(cells).flatMap(([name, text]) => {
    if (name === column) return [['', text] as const]
    return name.startsWith(`${column}::`) ? [[name.slice(column.length + 2), text] as const] : []
  })
  return found.length === 0 && without !== undefined ? { '': without } : Object.fromEntries(found)
}

function groupOf({ cells }: SheetRow, name: string, group: string | null): SurveyGroup {
  const { relevant } = cells
  return { name, group, label: wordsOf(cells, 'label'), ...(relevant === undefined ? {} : { relevant }) }
}

function questionOf({ cells }: SheetRow, name: string, kind: SurveyKind, group: string | null): SurveyQuestion {
  const hint = wordsOf(cells, 'hint')
  const message = wordsOf(cells, 'constraint_message')
  const required = requiredOf(cells['required'])
  const { relevant, constraint, calculation, choice_filter: choiceFilter } = cells
  return {
    name,
    kind,
    group,
    label: wordsOf(cells, 'label', name),
    ...(Object.keys(hint).length === 0 ? {} : { hint }),
    ...(Object.keys(message).length === 0 ? {} : { message }),
    ...(required === undefined ? {} : { required }),
    ...(relevant === undefined ? {} : { relevant }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(calculation === undefined ? {} : { calculation }),
    ...(choiceFilter === undefined ? {} : { choiceFilter }),
  }
}

function requiredOf(cell: string | undefined): string | undefined {
  const word = (cell ?? '').toLowerCase()
  if (/^(yes|true(\(\))?|required|1)$/.test(word)) return 'true()'
  return /^(no|false(\(\))?|0|)$/.test(word) ? undefined : cell
}

/** A pattern that repeats what already repeats can take years for a long answer. */
function refuseCostly(e: Expression): void {
  if (e.kind === 'minus') return refuseCostly(e.of)
  if (e.kind === 'binary') {
    refuseCostly(e.left)
    return refuseCostly(e.right)
  }
  if (e.kind !== 'call') return
  const source = e.with[1]
  if (e.name === 'regex') {
    if (source?.kind !== 'literal') throw new ExpressionProblem('The pattern of regex() must be written out.')
    const text = String(source.value)
    if (/\([^)]*[+*}][^)]*\)\s*[+*{]/.test(text))
      throw new ExpressionProblem('The pattern of regex() repeats a repetition.')
    try {
      void new RegExp(`^(?:${text})$`, 'u')
    } catch {
      throw new ExpressionProblem('The pattern of regex() cannot be read.')
    }
  }
  for (const each of e.with) refuseCostly(each)
}
