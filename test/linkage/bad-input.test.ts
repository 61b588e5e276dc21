import { expect, test } from 'vitest'
import { link } from '#linkage/link.ts'
import { reportHtml } from '#linkage/output/report.ts'
import { parseSettings } from '#linkage/settings/settings.ts'
import { csv, listener } from './files.ts'
import { lines, people } from './people.ts'

const { header, records } = people(120)
const plain = lines(header, records)
const dedupe = (file: string, more = {}) => {
  const watch = listener()
  return link({ files: [file], link: 'both', ...more }, watch).then(linked => ({ linked, warnings: watch.warnings }))
}
const withColumn = (name: string, value: (i: number) => string) =>
  plain.map((line, i) => `${line},${i === 0 ? name : value(i)}`)

test('an empty column is named and left out', async () => {
  const { warnings, linked } = await dedupe(csv(withColumn('passport', () => '')))
  expect(warnings.join()).toMatch(/passport is empty/)
  expect(linked.count.persons).toBeGreaterThan(90)
})

test('a column with one value, or a number that nobody shares, is named and left out', async () => {
  const { warnings } = await dedupe(
    csv(withColumn('height', () => '170').map((line, i) => `${line},${i === 0 ? 'batch' : `AB-${1000 + i}`}`)),
  )
  expect(warnings.join()).toMatch(/height holds one value only/)
  expect(warnings.join()).toMatch(/batch is different in every record/)
})

test('a column that gives the answer away is named and left out', async () => {
  const { warnings, linked } = await dedupe(csv(withColumn('cluster_id', i => String(records[i - 1]?.person))))
  expect(warnings.join()).toMatch(/cluster_id is left out/)
  expect(JSON.stringify(linked.model.settings)).not.toContain('cluster_id')
})

test('ids that repeat are refused, with the column that could serve', async () => {
  await expect(dedupe(csv(withColumn('batch', i => String(i % 7))), { id: 'batch' })).rejects.toThrow(
    /column batch repeats.*--id number/s,
  )
})

test('a record without an id is refused', async () => {
  await expect(dedupe(csv([...plain, ',a,b,1990-01-01,Osh,1']))).rejects.toThrow(
    /1 of \d+ records have nothing in the column number/,
  )
})

test('bytes that are not UTF-8 are refused, with line and column', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${plain.slice(0, 5).join('\n')}\nx1,Zo`),
    Buffer.from([0xeb]),
    Buffer.from(',Müller,1990-02-03,Osh,5\n'),
  ])
  await expect(dedupe(csv(bytes))).rejects.toThrow(/line 6, column given name: not UTF-8/)
  await expect(dedupe(csv(Buffer.from(`\ufeff${plain.join('\n')}`, 'utf16le')))).rejects.toThrow(/Save it as CSV UTF-8/)
})

test('a line with other cells is refused by its number, and its values are not repeated', async () => {
  const refused = dedupe(csv([...plain, 'x1,Secretname']))
  await expect(refused).rejects.toThrow(/look at line \d+/)
  await expect(refused).rejects.not.toThrow(/Secretname/)
})

test('no file, no header, no records', async () => {
  await expect(dedupe('/nowhere/at-all.csv')).rejects.toThrow(/at-all.csv cannot be opened/)
  await expect(dedupe(csv(['']))).rejects.toThrow(/is empty/)
  await expect(dedupe(csv(['number,given name,born']))).rejects.toThrow(/no records/)
})

test('settings for other columns are refused, and both sides are named', async () => {
  const { linked } = await dedupe(csv(plain))
  const other = csv(['nr,vorname,nachname', '1,Anna,Muster', '2,Anna,Muster'])
  await expect(dedupe(other, { settings: { ...linked.model.settings, id: undefined } })).rejects.toThrow(
    /given name.*The file has: nr, vorname, nachname/s,
  )
  await expect(
    dedupe(other, { model: { ...linked.model, settings: { ...linked.model.settings, id: 'nr' } } }),
  ).rejects.toThrow(/settings are for other columns/)
})

test('settings that are no settings are refused, and each place is named', () => {
  expect(() =>
    parseSettings({ version: 1, prepare: [{ from: 'a', by: 'letters', as: 'A' }], compare: [], block: [] }),
  ).toThrow(/prepare\.0\.as: .*small letters[\s\S]*compare: /)
})

test('a name that everybody has makes no block of everybody, and the column is named', async () => {
  const many = Array.from(
    { length: 4_000 },
    (_, i) => `${i},Anna,Muster${i % 1000},19${String(50 + (i % 50))}-0${1 + (i % 9)}-1${i % 9}`,
  )
  const file = csv(['nr,given,family,born', ...many])
  const { linked } = await dedupe(file)
  const settings = { ...linked.model.settings, id: 'nr', block: [['given_x'], ...linked.model.settings.block] }
  const prepared = { ...settings, prepare: [...settings.prepare, { from: ['given'], by: 'letters', as: 'given_x' }] }
  const { warnings, linked: again } = await dedupe(file, { settings: prepared })
  expect(warnings.join()).toMatch(/Blocking on given_x: 1 value is shared by more than \d+ records/)
  expect(again.pairs).toBeLessThan(5_000_000)
})

test('two records, and one', async () => {
  const two = await dedupe(csv(['nr,given,family,born', '1,Anna,Muster,1990-01-02', '2,Anne,Musterova,1990-02-01']))
  expect(two.linked.count.records).toBe(2)
  await expect(dedupe(csv(['nr,given,family,born', '1,Anna,Muster,1990-01-02']))).rejects.toThrow(/fewer than two/)
})

test('the report holds no value of any record', async () => {
  const { linked } = await dedupe(csv(plain))
  const html = reportHtml(linked)
  for (const name of records.map(record => record.cells[1] ?? '').filter(text => text.length > 5))
    expect(html).not.toContain(name)
  expect(html).toContain('persons behind')
})
