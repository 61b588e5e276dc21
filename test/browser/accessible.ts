// What must hold on every screen: nothing that axe finds, and nothing wider than the window.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Axe itself, as the builder brings it along. The builder would hand it over twice for every look, at twice the length. */
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright')
const script = readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8')

type Options = Parameters<AxeBuilder['options']>[0]
type Results = Awaited<ReturnType<AxeBuilder['analyze']>>
interface Axe {
  run(where: { include: unknown[] }, options: Options): Promise<Results>
}

/** Only what is found is worked out: selectors and lists of what passed take half as long again, and nobody reads them. */
const options: Options = { resultTypes: ['violations'], selectors: false, elementRef: false, preload: false }

/** Every rule but contrast. */
const rules: Options = {
  ...options,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast': { enabled: false } },
}

/**
 * Contrast is most of the work of axe, and a matter of style: what passed once is not measured again where a text of the
 * same letters, in the same colours, stands on the same grounds.
 */
const contrast: Options = {
  ...options,
  runOnly: { type: 'rule', values: ['color-contrast'] },
  resultTypes: ['passes', 'violations'],
  elementRef: true,
}
const passed = new Set<string>()

/**
 * Fails with the list of what axe found on the page as it stands (WCAG 2.2 AA and below). `within`: only there, such as in
 * a dialog that covers half a button of the page behind it.
 */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  // What a click has set off is on the screen by then.
  await page.waitForTimeout(200)
  // As long as the app itself: a page is handed it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  const found = await page.evaluate(look, { within, rules, contrast, passed: [...passed] })
  expect(found.violations).toEqual([])
  for (const each of found.passed) passed.add(each)
  expect(await page.evaluate(inputsKept)).toEqual([])
}

/**
 * Runs in the page: its inputs that a browser would write to its file of open pages, in clear text, once something stands in them. Ticks are not told,
 * and a password is not, as long as it is hidden.
 */
function inputsKept(): string[] {
  const told =
    'input:not([type=checkbox], [type=radio], [type=hidden], [type=password], [type=range]), textarea, select'
  return (
    [...document.querySelectorAll<HTMLInputElement>(told)]
      // Mantine measures the height of text areas with one that holds an x again before anybody could look.
      .filter(input => !(input.ariaHidden === 'true' && input.value === 'x'))
      .filter(input => input.autocomplete !== 'off' && (input.autocomplete === '' || input.value !== ''))
      .map(input => input.outerHTML.slice(0, 200))
  )
}

/** Runs in the page. */
async function look(o: { within: string; rules: Options; contrast: Options; passed: string[] }) {
  const { axe } = window as unknown as { axe: Axe }
  const styles = new Map<Element, string>()
  const known = new Set(o.passed)

  /** Everything that contrast depends on: the letters, and colour and ground of the element and of all around it. */
  const styleOf = (element: Element): string => {
    const before = styles.get(element)
    if (before !== undefined) return before
    const css = getComputedStyle(element)
    const disabled = element.matches(':disabled, [aria-disabled=true]')
    const own = [element.className, css.color, css.backgroundColor, css.backgroundImage, css.opacity, disabled]
    const letters = [css.fontSize, css.fontWeight, css.textShadow, element.tagName]
    const text = `${element.parentElement ? styleOf(element.parentElement) : ''}${[...own, ...letters].join()}`
    let [a, b] = [0x811c9dc5, 0x41c6ce57]
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
      b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995)
    }
    const style = `${a}${b}`
    styles.set(element, style)
    return style
  }
  const speaks = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim() !== '')

  const texts = [...document.querySelectorAll(`${o.within}, ${o.within} *`)].filter(speaks)
  const fresh = texts.filter(element => !known.has(styleOf(element)))
  const all = await axe.run({ include: [o.within] }, o.rules)
  const colours = fresh.length > 0 ? await axe.run({ include: fresh }, o.contrast) : null
  const passes = (colours?.passes ?? []).flatMap(({ nodes }) => nodes)
  return {
    violations: [...all.violations, ...(colours?.violations ?? [])].map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
    passed: passes.map(({ element }) => styleOf(element as Element)),
  }
}

/** No page is wider than its window, at any width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
}
