import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { type DestinationStream, pino } from 'pino'
import { fillDemo } from '#demo/fill.ts'
import { removeErasedFiles } from '#register/erased-files.ts'
import { inAdministratorsWords } from '#register/file-problem.ts'
import type { Register } from '#register/register.ts'
import { foldServiceSums } from '#register/service-sums.ts'
import { searchAddresses } from '#register/address-search.ts'
import { remind } from '#register/reminders.ts'
import { offerSetup } from '#register/setup.ts'
import { startServer } from '#server/listen.ts'
import { mailer } from '#server/mailer.ts'
import type { CliContext } from './context.ts'
import { demoWords } from './demo.ts'
import { filesFolder } from './files-place.ts'
import { wholeNumber } from './number.ts'

const webRoot = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** How often another server's edits of offices and dictionary are looked for. */
const refreshEvery = 5_000
const mailEvery = 60_000
/** How often it is asked what has become late. */
const remindEvery = 300_000
const foldEvery = 60_000
/** How often what could not be deleted of an erased person's files is tried again. */
const eraseEvery = 300_000

interface ServeOptions {
  readonly host: string
  readonly port: number
  readonly demo?: boolean
  readonly persons: number
  readonly https?: boolean
  readonly proxy?: string
  readonly idleMinutes: number
  readonly log?: string
  readonly smtp?: string
  readonly mailFrom?: string
  readonly url?: string
}

export function serveCommand(context: CliContext): Command {
  return new Command('serve')
    .description('Run the server until it is stopped (Ctrl-C).')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on', wholeNumber, Number(process.env['PORT'] ?? 4180))
    .option('--https', 'people reach this server over https (through a proxy)')
    .option('--proxy <address>', 'address or network of that proxy (default with --https: this machine)')
    .option('--idle-minutes <n>', 'minutes without use after which a session locks', wholeNumber, 15)
    .option(
      '--log <file>',
      'where request lines go, - for standard output (default: logs/server.log in the data folder)',
    )
    .option(
      '--smtp <url>',
      'mail server for notices, smtp://user:password@host:587 (default: WAYMARK_SMTP; none: no mail)',
    )
    .option('--mail-from <address>', 'sender of notices (default: WAYMARK_MAIL_FROM)')
    .option('--url <address>', 'address of this server as people reach it, for notices (default: WAYMARK_URL)')
    .option('--demo', 'fill an empty register with a fictional organisation')
    .option('--persons <n>', 'how many fictional persons', wholeNumber, 2_000)
    .action(async (o: ServeOptions) => {
      const stopped = untilStopped()
      const register = await context.openRegister()
      if (o.demo) for (const line of demoWords(await demo(context, register, o.persons))) context.out(line)
      const server = await startServer({
        register,
        host: o.host,
        port: o.port,
        https: o.https ?? false,
        // Else everybody behind the proxy is one address, and one stranger uses up the sign-in attempts of all.
        trustProxy: o.proxy ?? (o.https ? 'loopback' : false),
        idleMinutes: o.idleMinutes,
        releases: join(context.dataDir, 'disclosure'),
        log: await logTo(o.log ?? join(context.dataDir, 'logs', 'server.log')),
        ...(existsSync(webRoot) ? { webRoot } : {}),
      })
      const token = await offerSetup(register)
      context.out(
        token === null
          ? `Waymark is ready at ${server.url}`
          : `Waymark is ready. Create the first administrator at ${server.url}/setup#token=${token} (this link works once)`,
      )
      const refreshing = setInterval(() => void register.refresh().catch(() => undefined), refreshEvery)
      const fold = () =>
        void foldServiceSums(register.pool).catch(() =>
          context.err('Sums of services could not be folded. Trying again in a minute.'),
        )
      const folding = setInterval(fold, foldEvery)
      const remindNow = () =>
        void remind(register).catch(() => context.err('Reminders could not be written. Trying again in five minutes.'))
      remindNow()
      const reminding = setInterval(remindNow, remindEvery)
      const searching = searchingTexts(register, message => context.err(message))
      const erasing = erasingFiles(register, message => context.err(message))
      void filesLeftBehind(context, register).then(message => message !== null && context.err(message))
      const post = mailing(register, o, message => context.err(message))
      await stopped
      post.stop()
      clearInterval(refreshing)
      clearInterval(folding)
      clearInterval(reminding)
      await searching.stop()
      await erasing.stop()
      await server.close()
    })
}

/** Files of erased persons: at the start, then every few minutes, never two rounds at once. */
function erasingFiles(register: Register, say: (message: string) => void): { stop(): Promise<void> } {
  let round: Promise<void> = Promise.resolve()
  const now = () => {
    round = round
      .then(() => removeErasedFiles(register))
      .then(({ waiting, problem }) => {
        if (waiting > 0 && problem !== null)
          say(`${waiting} files of erased persons could not be deleted yet. ${inAdministratorsWords(problem)}`)
      })
      .catch(() => say('Files of erased persons could not be looked after. Trying again in five minutes.'))
  }
  now()
  const rounds = setInterval(now, eraseEvery)
  return {
    async stop() {
      clearInterval(rounds)
      await round
    },
  }
}

/** Texts older than an address: at the start, then every few minutes, never two rounds at once; stops after its page. */
function searchingTexts(register: Register, say: (message: string) => void): { stop(): Promise<void> } {
  let ended = false
  let round: Promise<unknown> = Promise.resolve()
  const now = () => {
    round = round
      .then(() => searchAddresses(register, () => ended))
      .catch(() => say('Older texts could not be compared with addresses of shelters. Trying again in five minutes.'))
  }
  now()
  const rounds = setInterval(now, remindEvery)
  return {
    async stop() {
      ended = true
      clearInterval(rounds)
      await round
    },
  }
}

/** Says so when an S3 store is in use and can not be used, or when files still lie in the data folder, where nobody looks. */
async function filesLeftBehind(context: CliContext, register: Register): Promise<string | null> {
  if (register.files.place.kind !== 's3') return null
  try {
    for await (const _ of register.files.names()) break
  } catch (error) {
    return `${(error as Error).message} Documents can be listed, their files cannot be opened or added.`
  }
  for await (const _ of filesFolder(context.dataDir).names())
    return 'Files still lie in the data folder and are not found there. Stop the server and run: waymark files move --to s3'
  return null
}

/** Letters once a minute, where a mail server is named; a round that fails is said, and tried again with the next. */
function mailing(register: Register, o: ServeOptions, say: (message: string) => void): { stop(): void } {
  const smtp = o.smtp ?? process.env['WAYMARK_SMTP']
  const from = o.mailFrom ?? process.env['WAYMARK_MAIL_FROM']
  if (!smtp || !from) return { stop: () => undefined }
  const post = mailer(register, { smtp, from, url: o.url ?? process.env['WAYMARK_URL'] })
  const rounds = setInterval(() => {
    post
      .round()
      .catch(() => say('Notices could not be mailed. Is the mail server reachable? Trying again in a minute.'))
  }, mailEvery)
  return {
    stop: () => {
      clearInterval(rounds)
      post.close()
    },
  }
}

/** The terminal is for people: it gets the one line with the address. Lines for machines go to a file of their own. */
async function logTo(file: string): Promise<DestinationStream> {
  if (file === '-') return pino.destination(1)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  return pino.destination({ dest: file, mode: 0o600, append: true, sync: false })
}

async function demo(context: CliContext, register: Register, persons: number) {
  if ((await register.pool.query('select 1 from office limit 1')).rowCount !== 0) return null
  context.err(`Filling the register with ${persons} fictional persons …`)
  return fillDemo(register, { persons, seed: 1, today: register.now().toISOString().slice(0, 10) })
}

/** Ctrl-C reaches the whole group and npm repeats it: any number of signals is one wish. */
function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}
