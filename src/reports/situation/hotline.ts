import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { hotlineLine } from '#figures/hotline-line.ts'
import { labelOf } from '#dictionary/dictionary.ts'
import { plainText } from '#dictionary/answer.ts'
import type { OfficeDirectory } from '#register/office-directory.ts'
import type { Count } from '../report.ts'
import { published } from './counts.ts'
import type { PillarEntry, Speaking } from './entries.ts'
import { monthsEndingIn } from './times.ts'

/**
 * Hotlines by office and month: “16,511 consultations in response to 4,444 calls”. A month is told in the report within whose
 * days it ends, so that no call is told twice. Persons are not available unless somebody counted them.
 */
export async function hotlineEntries(
  ask: (query: FigureQuery) => Promise<Figure>,
  offices: OfficeDirectory,
  on: Speaking,
): Promise<PillarEntry[]> {
  const found: PillarEntry[] = []
  for (const month of monthsEndingIn(on.period)) {
    const where = { month: [month] }
    const byOffice = await ask({ indicator: 'calls', by: ['office'], where })
    for (const { key, n } of byOffice.rows) {
      const office = offices.byCode(plainText(key))
      if (office === undefined || n === null || n === 0) continue
      const at = { ...where, office: [office.code] }
      const line = hotlineLine({
        calls: await ask({ indicator: 'calls', by: [], where: at }),
        consultations: await ask({ indicator: 'consultations', by: [], where: at }),
        callers: await ask({ indicator: 'callers', by: [], where: at }),
      })
      const place = office.country === null ? office.name : labelOf(on.d, 'country', office.country)
      const [given, calls] = [published(line.consultations, on), published(line.calls, on)]
      const hidden = given === 'c' || calls === 'c'
      const said = hidden
        ? on.words.hotlineHidden
        : line.ratio === null
          ? `${line.text}.`
          : on.words.hotlineRatio(line.text, line.ratio)
      const count = (label: string, unit: string, value: Count) => ({
        key: unit,
        label,
        unit,
        n: value,
        accumulation: 'in_period' as const,
        day: null,
      })
      found.push({
        pillar: 'advocacy',
        place,
        country: office.country ?? office.code,
        begun: month,
        counts: [],
        entry: {
          id: `hotline-${office.code}-${month}`,
          place,
          on: on.times.span(month, month),
          text: `${on.words.hotline}: ${said}`,
          partners: [],
          counts: [
            count(on.words.consultations, 'consultation', given),
            count(on.words.calls, 'call', calls),
            count(on.words.callers, 'person', published(line.persons, on)),
          ],
        },
      })
    }
  }
  return found
}
