/**
 * Expressions of XLSForm: the part of XPath 1.0 that its forms use (https://docs.getodk.org/form-operators-functions/). Read once when a form
 * is loaded, so that what cannot be worked out is told with its row and never met in the field.
 */

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'question'; readonly name: string }
  | { readonly kind: 'self' }
  /** A column of the choice that a filter looks at. */
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly by: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly with: readonly Expression[] }

const operators = [['or'], ['and'], ['=', '!='], ['<=', '>=', '<', '>'], ['+', '-'], ['*', 'div', 'mod']] as const
export type Operator = (typeof operators)[number][number]

/** Functions that are understood, with the fewest and the most arguments. */
export const functions: Readonly<Record<string, readonly [number, number]>> = {
  selected: [2, 2],
  'count-selected': [1, 1],
  'selected-at': [2, 2],
  if: [3, 3],
  coalesce: [2, 2],
  not: [1, 1],
  true: [0, 0],
  false: [0, 0],
  today: [0, 0],
  now: [0, 0],
  date: [1, 1],
  'string-length': [1, 1],
  regex: [2, 2],
  contains: [2, 2],
  'starts-with': [2, 2],
  'ends-with': [2, 2],
  concat: [0, 50],
  number: [1, 1],
  int: [1, 1],
  string: [1, 1],
  boolean: [1, 1],
  round: [1, 2],
  min: [1, 50],
  max: [1, 50],
  once: [1, 1],
}

/** What is wrong with an expression, in words that name a sign or a function and nothing that was answered. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem'
}

const pattern =
  /\s*(?:\$\{\s*([A-Za-z_][\w.-]*)\s*\}|("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)|(\d+(?:\.\d+)?|\.\d+)|(<=|>=|!=|[=<>+*(),-])|([A-Za-z_][\w-]*)|(\.))/y

type Token =
  | { readonly is: 'question' | 'text' | 'number' | 'sign' | 'word'; readonly text: string }
  | { readonly is: 'self' }

function tokens(source: string): Token[] {
  const found: Token[] = []
  pattern.lastIndex = 0
  while (source.slice(pattern.lastIndex).trim() !== '') {
    const at = pattern.lastIndex
    const match = pattern.exec(source)
    if (match === null) throw new ExpressionProblem(`“${source.slice(at).trim().slice(0, 20)}” is not understood.`)
    const [, question, text, number, sign, word] = match
    if (question !== undefined) found.push({ is: 'question', text: question })
    else if (text !== undefined) found.push({ is: 'text', text: text.slice(1, -1) })
    else if (number !== undefined) found.push({ is: 'number', text: number })
    else if (sign !== undefined) found.push({ is: 'sign', text: sign })
    else if (word !== undefined) found.push({ is: 'word', text: word })
    else found.push({ is: 'self' })
  }
  return found
}

/** @throws ExpressionProblem */
export function parseExpression(source: string): Expression {
  const all = tokens(source)
  let at = 0
  const next = (): Token | undefined => all[at]
  const isNext = (text: string): boolean => {
    const token = next()
    return (
      token !== undefined && token.is !== 'self' && (token.is === 'sign' || token.is === 'word') && token.text === text
    )
  }
  const expect = (text: string): void => {
    if (!isNext(text)) throw new ExpressionProblem(`A “${text}” is missing.`)
    at += 1
  }
  const binary = (level: number): Expression => {
    const own = operators[level]
    if (own === undefined) return unary()
    let left = binary(level + 1)
    for (let by = own.find(isNext); by !== undefined; by = own.find(isNext)) {
      at += 1
      left = { kind: 'binary', by, left, right: binary(level + 1) }
    }
    return left
  }
  const unary = (): Expression => {
    if (!isNext('-')) return primary()
    at += 1
    return { kind: 'minus', of: unary() }
  }
  const primary = (): Expression => {
    const token = next()
    if (token === undefined) throw new ExpressionProblem('It ends too early.')
    at += 1
    if (token.is === 'self') return { kind: 'self' }
    if (token.is === 'question') return { kind: 'question', name: token.text }
    if (token.is === 'text') return { kind: 'literal', value: token.text }
    if (token.is === 'number') return { kind: 'literal', value: Number(token.text) }
    if (token.is === 'word') return isNext('(') ? called(token.text) : { kind: 'column', name: token.text }
    if (token.text !== '(') throw new ExpressionProblem(`“${token.text}” stands where a value should.`)
    const inner = binary(0)
    expect(')')
    return inner
  }
  const called = (name: string): Expression => {
    const takes = functions[name]
    if (!Object.hasOwn(functions, name) || takes === undefined)
      throw new ExpressionProblem(`The function ${name}() is not known here.`)
    expect('(')
    const given: Expression[] = []
    while (!isNext(')')) {
      if (given.length > 0) expect(',')
      given.push(binary(0))
    }
    expect(')')
    if (given.length < takes[0] || given.length > takes[1])
      throw new ExpressionProblem(
        `${name}() takes ${takes[0]}${takes[1] > takes[0] ? ' or more' : ''}, not ${given.length}.`,
      )
    return { kind: 'call', name, with: given }
  }
  const whole = binary(0)
  if (next() !== undefined) throw new ExpressionProblem('Something stands behind its end.')
  return whole
}

/** Questions that an expression reads, each once. */
export function questionsOf(e: Expression): string[] {
  if (e.kind === 'question') return [e.name]
  if (e.kind === 'minus') return questionsOf(e.of)
  if (e.kind === 'binary') return [...new Set([...questionsOf(e.left), ...questionsOf(e.right)])]
  return e.kind === 'call' ? [...new Set(e.with.flatMap(questionsOf))] : []
}
