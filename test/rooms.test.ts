// The plan of the house (docs/architecture.md) as a test: who may import whom, no circles, no attic called "utils", and
// no file that has grown out of one idea. A breach names the file and the line to look at.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..', 'src')
const pure = ['dictionary', 'forms', 'changes', 'access', 'casework']

/** Room → rooms it may import. What is not here may not be imported. */
const mayImport: Record<string, string[]> = {
  dictionary: [],
  forms: ['dictionary'],
  changes: ['dictionary'],
  access: ['dictionary'],
  casework: ['dictionary', 'forms', 'changes'],
  field: ['dictionary', 'changes', 'casework', 'access'],
  postgres: [],
  linkage: ['dictionary'],
  disclosure: ['dictionary'],
  register: pure,
  matching: ['register', 'linkage', 'dictionary', 'changes', 'casework', 'access'],
  figures: ['register', 'dictionary', 'casework', 'access'],
  exchange: ['register', 'dictionary', 'forms', 'changes', 'casework', 'access', 'figures'],
  reports: ['register', 'figures', 'dictionary', 'casework', 'access'],
  demo: [...pure, 'register'],
  server: [...pure, 'register', 'matching', 'figures', 'reports', 'exchange', 'postgres', 'linkage', 'disclosure'],
  web: [...pure, 'field', 'server'],
  cli: [
    ...pure,
    'register',
    'figures',
    'reports',
    'exchange',
    'postgres',
    'demo',
    'server',
    'linkage',
    'matching',
    'disclosure',
  ],
}

/** Of these, only types: casework must not depend on how changes are folded. */
const typesOnly: [from: string, to: string][] = [['casework', 'changes']]

type Import = { from: string; line: number; to: string; typeOnly: boolean }

const read = (file: string): string => readFileSync(join(source, file), 'utf8')
const where = (found: Import): string => `src/${found.from}:${found.line} imports ${found.to}`
const roomOf = (file: string): string => file.split('/')[0] ?? ''
const isContract = (file: string): boolean => file.startsWith('server/contract/')
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(source, join(entry.parentPath, entry.name)).split(sep).join('/'))
const code = files.filter(file => /\.tsx?$/.test(file))
const imports = code.flatMap(importsOf)

test('every room imports only what the plan allows', () => {
  const breaches = imports.filter(found => !isAllowed(found)).map(where)
  expect(breaches).toEqual([])
})

test('rooms are named with #, not by a path out of the room, and with the extension', () => {
  const breaches = code.flatMap(file =>
    specifiersOf(file).flatMap(({ specifier, line }) => {
      const crosses =
        specifier.startsWith('.') && roomOf(join(dirname(file), specifier).split(sep).join('/')) !== roomOf(file)
      const bare = /^[.#]/.test(specifier) && !/\.\w+(\?\w+)?$/.test(specifier)
      return crosses || bare ? [`src/${file}:${line} ${specifier}`] : []
    }),
  )
  expect(breaches).toEqual([])
})

test('no file imports itself, however long the way round', () => {
  const next = Map.groupBy(imports, found => found.from)
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (way.includes(file) || done.has(file)) return
    for (const { to } of next.get(file) ?? []) walk(to, [...way, file])
    done.add(file)
  }
  for (const file of code) walk(file, [])
  expect(circles).toEqual([])
})

test('every room stands in the plan, and no folder is called utils or helpers', () => {
  const rooms = readdirSync(source).filter(name => statSync(join(source, name)).isDirectory())
  expect(rooms.filter(room => mayImport[room] === undefined)).toEqual([])
  expect(files.filter(file => /(^|\/)(utils?|helpers?|common|misc)(\/|\.\w+$)/.test(file))).toEqual([])
})

test('a file is one idea: at most 400 lines, and nothing exported without a name', () => {
  const data = /^(dictionary|demo)\/data\//
  const long = code
    .filter(file => !data.test(file))
    .flatMap(file => {
      const lines = read(file).split('\n').length - 1
      return lines > 400 ? [`src/${file}: ${lines} lines`] : []
    })
  const nameless = code.filter(file => /^export default\b|^export \{[^}]*\bas default\b/m.test(read(file)))
  expect(long).toEqual([])
  expect(nameless).toEqual([])
})

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [room, target] = [roomOf(from), roomOf(to)]
  // What the browser may know of the server must itself be free of the server.
  if (isContract(from)) return isContract(to) || pure.includes(target)
  if (room === target) return true
  if (room === 'web' && target === 'server') return isContract(to)
  if (typesOnly.some(pair => pair[0] === room && pair[1] === target)) return typeOnly
  return mayImport[room]?.includes(target) ?? false
}

function importsOf(file: string): Import[] {
  return specifiersOf(file).flatMap(({ specifier, line, typeOnly }) => {
    const to = specifier.startsWith('#')
      ? specifier.slice(1)
      : specifier.startsWith('.')
        ? join(dirname(file), specifier).split(sep).join('/')
        : null
    return to === null ? [] : [{ from: file, line, to: to.replace(/\?\w+$/, ''), typeOnly }]
  })
}

function specifiersOf(file: string): { specifier: string; line: number; typeOnly: boolean }[] {
  const text = read(file)
  const statement =
    /^(?:import|export)\b(?<what>[^'"`;=()]*?)\bfrom\s*['"](?<from>[^'"]+)['"]|^import\s*['"](?<bare>[^'"]+)['"]|\bimport\(\s*['"](?<late>[^'"]+)['"]\s*\)/gm
  return [...text.matchAll(statement)].map(({ groups, index }) => ({
    specifier: groups?.['from'] ?? groups?.['bare'] ?? groups?.['late'] ?? '',
    line: text.slice(0, index).split('\n').length,
    typeOnly: namesOnlyTypes(groups?.['what']?.trim() ?? ''),
  }))
}

// `import type { A, B }` as well as `import { type A, type B }`.
function namesOnlyTypes(what: string): boolean {
  return /^type\s/.test(what) || /^\{(\s*type\s[^,]*,?)+\s*\}$/.test(what)
}
