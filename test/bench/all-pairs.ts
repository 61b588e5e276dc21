// Probe only: every one- and two-dimension figure once; prints the slow ones.
import { join } from 'node:path'
import { startEmbedded } from '#postgres/embedded.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister } from '#register/register.ts'
import { startServer } from '#server/listen.ts'
import { signIn } from './client.ts'
const dataDir = process.argv[2] ?? ''
const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), say: s => console.error(s) })
const register = await openRegister({
  connection: embedded.connection,
  keys: await loadKeys(join(dataDir, 'keys', 'master.key')),
})
const server = await startServer({ register, port: 0, log: false, signInPerMinute: 100 })
const analyst = await signIn(
  server.url,
  'global_analyst.hq@demo.example',
  'demo-password-please-change'.length ? (await import('#demo/organisation.ts')).demoPassword : '',
)
const dims = [...register.dictionary().dimensions.values()]
const of = (kind: string) => dims.filter(d => (d.facts as readonly string[]).includes(kind)).map(d => d.id)
const out: [number, string][] = []
for (const [indicator, kind] of [
  ['services', 'service'],
  ['persons', 'instance'],
  ['instances', 'instance'],
] as const) {
  const ids = of(kind)
  const asks: string[][] = [[], ...ids.map(a => [a]), ...ids.flatMap((a, i) => ids.slice(i + 1).map(b => [a, b]))]
  const every = Number(process.argv[3] ?? 1)
  const from = Date.now()
  let n = 0
  for (const by of asks) {
    if (by.length === 2 && n++ % every && !by.includes('services') && !by.includes('year')) continue
    try {
      const { ms } = await analyst.call('POST', '/api/figures', { indicator, by })
      out.push([ms, `${indicator} by ${by.join(',')}`])
    } catch (e) {
      console.log(String(e).slice(0, 200), by)
    }
  }
  console.log(indicator, asks.length, (Date.now() - from) / 1000, 's')
}
out.sort((a, b) => b[0] - a[0])
for (const [ms, what] of out.slice(0, 40)) console.log(Math.round(ms), what)
console.log('over 1 s', out.filter(([ms]) => ms > 1000).length, 'of', out.length)
await server.close()
await register.close()
await embedded.stop()
