// npm test [-- figures …]: every check, one after another; only failures are shown, and the last line counts them.
// With arguments only vitest runs, and they are its arguments.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBuilt, ensureChromium, ensureInstalled, ensureNode24, filesBelow } from './ensure.mjs'
import { capturedLater, environmentFor, main, Plainly, root } from './ground.mjs'

const stages = [
  ['format', 'biome', ['format', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'tsc', ['--noEmit']],
  ['unused code', 'knip', ['--no-progress']],
]

const count = { passed: 0, failed: 0, skipped: 0 }
const seconds = began => `${((Date.now() - began) / 1000).toFixed(1)} s`
const print = line => process.stdout.write(`${line}\n`)

await main(async () => {
  const filters = process.argv.slice(2)
  await ensureInstalled()
  const node = await ensureNode24()
  const env = { ...environmentFor(node), NO_COLOR: '1', CI: 'true' }
  if (filters.length === 0) {
    for (const [name, tool, args] of stages) {
      await check(name, () => capturedLater(join(root, 'node_modules/.bin', tool), args, { env }))
    }
    await check('web build', buildWeb)
  }
  await runTests(filters, { ...env, ...(await chromium()) })
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  print(`${count.passed} passed, ${count.failed} failed${skipped}`)
  return count.failed > 0 ? 1 : 0
})

async function check(name, run) {
  const began = Date.now()
  const { ok, output } = await run()
  print(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(began)})`)
  if (!ok) print(output.trimEnd())
  count[ok ? 'passed' : 'failed'] += 1
}

async function buildWeb() {
  try {
    await ensureBuilt()
    return { ok: true, output: '' }
  } catch (error) {
    if (!(error instanceof Plainly)) throw error
    return { ok: false, output: error.message }
  }
}

// Without a browser the other tests still have their say; those that need one then fail with this reason above them.
async function chromium() {
  if (!filesBelow('test/browser').some(file => file.endsWith('.test.ts'))) return {}
  try {
    return { CHROMIUM_PATH: await ensureChromium() }
  } catch (error) {
    print(error.message)
    return {}
  }
}

async function runTests(filters, env) {
  const began = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'waymark-report-'))
  const file = join(folder, 'report.json')
  try {
    const args = ['run', '--reporter=json', `--outputFile=${file}`, ...filters]
    const { ok, output } = await capturedLater(join(root, 'node_modules/.bin/vitest'), args, { env })
    const before = { ...count }
    const report = readReport(file)
    for (const suite of report?.testResults ?? []) countSuite(suite)
    const failed = count.failed - before.failed
    // A crash, an error outside any test, a report that never came: green numbers alone do not prove a green run.
    if (!ok && failed === 0) {
      count.failed += 1
      print(`FAILED vitest\n${output.trimEnd()}`)
    }
    const slow = slowest(report?.testResults ?? [])
    if (filters.length === 0 && slow) print(`       slowest files: ${slow}`)
    print(`${ok ? 'ok    ' : 'FAILED'} tests (${count.passed - before.passed} passed, ${seconds(began)})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function slowest(suites) {
  const files = suites.map(({ name, startTime, endTime }) => ({ name, took: (endTime - startTime) / 1000 }))
  const first = files.sort((a, b) => b.took - a.took).slice(0, 12)
  return first.map(({ name, took }) => `${relative(root, name)} ${took.toFixed(0)} s`).join(', ')
}

function countSuite({ name, status, message, assertionResults }) {
  const place = relative(root, name)
  for (const { status: outcome, fullName, failureMessages } of assertionResults) {
    if (outcome === 'passed') count.passed += 1
    else if (outcome !== 'failed') count.skipped += 1
    else {
      count.failed += 1
      print(`FAILED ${place} › ${fullName}\n${failureMessages.join('\n')}`)
    }
  }
  // A file that broke before its first test, or in a hook, has no failed test of its own.
  if (status === 'failed' && !assertionResults.some(({ status: outcome }) => outcome === 'failed')) {
    count.failed += 1
    print(`FAILED ${place}\n${message}`)
  }
}
