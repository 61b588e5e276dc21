// node test/bench/network.ts: a register with a network of 5,000 nodes in a temporary folder, the built app (npm run build
// of `dist/web`) and Chromium; prints how long it takes from the press of the button until the network is drawn.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chance } from '#dictionary/chance.ts'
import { demoIds } from '#demo/ids.ts'
import { startEmbedded } from '#postgres/embedded.ts'
import { createAccount } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import { importUnits } from '#register/import.ts'
import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import { loadKeys } from '#register/keys.ts'
import { addOffice } from '#register/offices.ts'
import { hashPassword } from '#register/password.ts'
import { openRegister, type Register } from '#register/register.ts'
import { inWork, systemActor } from '#register/work.ts'
import { startServer } from '#server/listen.ts'
import { signIn } from './client.ts'

const persons = 4_500
const suspects = 500
const login = 'network_analyst@bench.example'
const word = 'harbour light at night'

const folder = await mkdtemp(join(tmpdir(), 'waymark-network-'))
const embedded = await startEmbedded({ dataDir: join(folder, 'postgres') })
const register = await openRegister({
  connection: embedded.connection,
  keys: await loadKeys(join(folder, 'keys', 'master.key')),
})
try {
  await fill(register)
  const webRoot = fileURLToPath(new URL('../../dist/web', import.meta.url))
  const server = await startServer({ register, port: 0, webRoot, log: false })
  try {
    const client = await signIn(server.url, login, word)
    for (const time of ['first', 'second', 'third']) {
      const { ms, value } = await client.call<{ network: { nodes: unknown[]; ties: unknown[] } }>(
        'POST',
        '/api/network',
        {
          purpose: 'patterns',
        },
      )
      say(
        `answer of the server, ${time}: ${Math.round(ms)} ms (${value.network.nodes.length} nodes, ${value.network.ties.length} ties)`,
      )
    }
    client.close()
    for (const time of ['first', 'second']) await draw(server.url, time)
  } finally {
    await server.close()
  }
} finally {
  await register.close()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function fill(target: Register): Promise<void> {
  const hq = await inWork(target, systemActor, work =>
    addOffice(work, { code: 'HQ', name: 'Bench', kind: 'headquarters', parent: null, country: null, region: null }),
  )
  await target.refresh()
  const password = await hashPassword(word)
  const grants = [{ role: 'network_analyst', office: hq.id, scope: 'all' }] as const
  await atDesk(target, systemActor, new Date(), desk =>
    createAccount(desk, { name: 'Bench', login, password, mustChange: false, grants }),
  )
  await inWork(target, systemActor, work => importUnits(work, unitsAt(hq.id), { origin: 'bench' }))
  await target.pool.query('vacuum analyze')
}

/** Rings of four suspects; each person is tied to one or two of a ring, the earlier rings being larger. */
function* unitsAt(office: string): Generator<ImportUnit> {
  const dice = chance(1, 1)
  const ids = demoIds(1)
  const suspect = (place: number) => ids(1_000_000 + place, 0)
  for (let place = 0; place < suspects; place++) {
    const set = { kind: 'person', label: `Called “${place}”`, state: 'in_view' }
    yield { line: place, records: [{ type: 'suspect', id: suspect(place), office, person: null, case: null, set }] }
  }
  for (let place = 0; place < persons; place++) {
    const [person, file] = [ids(place, 0), ids(place, 1)]
    const ring = place < suspects / 4 ? place : Math.floor((suspects / 4) * dice.next() ** 2)
    const of = { office, person, case: file }
    const ties = Array.from({ length: place < suspects / 4 ? 4 : dice.int(1, 2) }, (_, at): RecordDraft => {
      const from = suspect(ring * 4 + (place < suspects / 4 ? at : dice.int(0, 3)))
      return { ...of, type: 'tie', id: ids(place, 2 + at), set: { from, role: 'recruiter', certainty: 'probable' } }
    })
    yield {
      line: suspects + place,
      records: [
        { ...of, type: 'person', id: person, case: null, set: { sex: 'female' } },
        { ...of, type: 'case', id: file, set: { registeredOn: '2025-01-01' } },
        ...ties,
      ],
    }
  }
}

async function draw(url: string, time: string): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${url}/network`)
    await page.getByLabel('Sign-in name').fill(login)
    await page.getByLabel('Password', { exact: true }).fill(word)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'Network' }).click()
    await page.getByText('To look for patterns').click()
    const seen = await page.evaluate(watch)
    say(
      `drawing, ${time}: answer shown after ${seen['sum']} ms, first picture ${seen['first']} ms, last ${seen['last']} ms`,
    )
  } finally {
    await browser.close()
  }
}

/** In the page: presses the button, then looks at each frame. Milliseconds from the press. */
async function watch(): Promise<Record<string, number>> {
  const began = performance.now()
  const seen: Record<string, number> = {}
  const open = [...document.querySelectorAll('button')].find(each => each.textContent?.includes('Open the network'))
  open?.click()
  const marks = { sum: '.network', first: '.network-drawing[data-begun]', last: '.network-drawing[data-drawn]' }
  while (Object.keys(seen).length < 3 && performance.now() - began < 60_000) {
    await new Promise(requestAnimationFrame)
    for (const [name, selector] of Object.entries(marks))
      if (seen[name] === undefined && document.querySelector(selector))
        seen[name] = Math.round(performance.now() - began)
  }
  return seen
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
