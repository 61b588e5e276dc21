// How long a worker waits: a cold start without a network, and one of 500 carried cases, on a processor slowed four times.

import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { demoPassword } from '#demo/organisation.ts'
import { signIn } from './client.ts'
import { ms, type Row } from './report.ts'

const login = 'caseworker.rome@demo.example'
const passphrase = 'four words nobody says'
const carried = 500
const slower = 4
const say = (line: string): void => void process.stderr.write(`${line}\n`)

export async function coldStart(url: string, profile: string): Promise<Row[]> {
  say(`Writing ${carried} cases …`)
  await givenCases(url)
  say('Carrying them …')
  const first = await open(profile, false)
  await first.page.goto(url)
  await first.page.getByLabel('Sign-in name').fill(login)
  await first.page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await first.page.getByRole('button', { name: 'Sign in' }).click()
  await first.page.getByRole('navigation', { name: 'Desks' }).waitFor()
  await first.page.goto(`${url}/phone`)
  await first.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await first.page.getByLabel('The same passphrase again').fill(passphrase)
  await first.page.getByRole('button', { name: 'Carry cases on this device' }).click()
  await first.page.getByText('The server was last heard').waitFor({ timeout: 180_000 })
  await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await first.context.close()

  const starts: number[] = []
  const unlocks: number[] = []
  const opened: number[] = []
  for (let round = 0; round < 5; round += 1) {
    say(`Switching on without a network, ${round + 1} of 5 …`)
    const { context, page } = await open(profile, true)
    const began = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.getByLabel('Passphrase').waitFor()
    starts.push(performance.now() - began)
    await page.getByLabel('Sign-in name').fill(login)
    await page.getByLabel('Passphrase').fill(passphrase)
    const asked = performance.now()
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('navigation', { name: 'Desks' }).waitFor()
    unlocks.push(performance.now() - asked)
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    for (let i = 0; i < 4; i += 1) opened.push(await openOne(page, `Person${(round * 4 + i) * 20}`))
    await context.close()
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const worst = (values: readonly number[]) => Math.max(...values)
  const line = (what: string, target: string, values: readonly number[]): Row => ({
    what: `${what} (${values.length}, processor slowed ${slower} times)`,
    target,
    measured: `p50 ${ms(middle(values))}, slowest ${ms(worst(values))}`,
  })
  return [
    line('cold start without a network, to the passphrase', '< 2 s', starts),
    line('the passphrase opens the desk (argon2id, 19 MiB)', '', unlocks),
    line(`open one of ${carried} carried cases`, '< 300 ms', opened),
  ]
}

/** From the touch on the found person to the heading of the case, as the page itself sees it. */
async function openOne(page: Page, name: string): Promise<number> {
  await page.getByRole('link', { name: 'Find', exact: true }).click()
  await page.getByLabel('Name, case number').fill(name)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('main a[href^="/cases/"]').first().waitFor()
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const began = performance.now()
        const look = () =>
          document.querySelector('.case-main') ? resolve(performance.now() - began) : requestAnimationFrame(look)
        document.querySelector<HTMLElement>('main a[href^="/cases/"]')?.click()
        requestAnimationFrame(look)
      }),
  )
}

async function open(profile: string, offline: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    viewport: { width: 360, height: 740 },
    offline,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  if (offline) await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return { context, page }
}

async function givenCases(url: string): Promise<void> {
  const client = await signIn(url, login, demoPassword)
  const { value: me } = await client.call<{ id: string; office: string }>('GET', '/api/session')
  for (let i = 0; i < carried; i += 20) {
    const changes = Array.from({ length: 20 }, (_, n) => {
      const [person, file] = [uuidv7(), uuidv7()]
      const common = { office: me.office, person, base: 0, dictionary: 1, madeAt: new Date().toISOString() }
      const named = { givenNames: `Person${i + n}`, familyNames: 'Carried', sex: 'female' }
      return [
        { id: uuidv7(), type: 'person', record: person, case: null, set: named, ...common },
        {
          id: uuidv7(),
          type: 'case',
          record: file,
          case: file,
          set: { caseworker: me.id, status: 'active' },
          ...common,
        },
        { id: uuidv7(), type: 'note', record: uuidv7(), case: file, set: { text: 'Came by.' }, ...common },
      ]
    }).flat()
    await client.call('POST', '/api/changes', { changes })
  }
  client.close()
}
