import type { ReportKind } from '../kind.ts'
import { donorReport } from './donor.ts'

export const donorKind: ReportKind = {
  id: 'donor',
  about: 'What one donor paid for in a year, by project and fund, and which persons other donors supported too.',
  parameters: [
    { id: 'donor', type: 'name', about: 'the donor, as the name is recorded' },
    { id: 'year', type: 'year', about: 'the year, such as 2011' },
  ],
  modes: ['internal', 'public'],
  questions: 20,
  build: (on, { donor = '', year = '' }) => donorReport(on, { donor, year: Number(year) }),
}
