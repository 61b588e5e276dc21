/**
 * What an assessment is made with, as data: a record keeps the version it was made with, and a new wording is a new version.
 * What was not compared with its original says so wherever its answers are shown.
 */
interface Instrument {
  readonly version: string
  readonly provenance: string
  readonly verified: boolean
}

/** Record type -> its instrument. The table of risk levels is versioned in `casework/assessment/risk-matrix.ts`. */
export const instruments = {
  needs_assessment: {
    version: '1',
    provenance: 'Own list of needs, laid beside the services of the core variables.',
    verified: false,
  },
  vulnerability_assessment: {
    version: '1',
    provenance:
      'After IOM’s determinants of migrant vulnerability (risk and protective factors of the individual, the household and family, the community and structures), written from memory; the factors are a selection of our own.',
    verified: false,
  },
  skills_assessment: {
    version: '1',
    provenance: 'Own questions; sectors, schooling and subjects are the lists used elsewhere in this register.',
    verified: false,
  },
} as const satisfies Readonly<Record<string, Instrument>>

export type Instrumented = keyof typeof instruments
export const isInstrumented = (type: string): type is Instrumented => Object.hasOwn(instruments, type)
