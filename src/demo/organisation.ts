import type { RoleId, Scope } from '#access/role.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { staffNames } from './data/staff-names.ts'

/** The fictional organisation: headquarters, a regional office per region, twelve missions, two partners, some forty staff. */
export interface DemoOffice {
  readonly code: string
  readonly name: string
  readonly kind: OfficeRow['kind']
  /** Code of the office above; null for headquarters. */
  readonly parent: string | null
  readonly country: string
  readonly region: string
}

export interface DemoStaff {
  readonly name: string
  readonly login: string
  readonly role: RoleId
  /** Code of the office. */
  readonly office: string
  readonly scope: Scope
}

export const demoOrganisation = 'Harbour Light Network'

/** One password for every demo sign-in; printed by `--demo`. The demo is loaded into empty registers only. */
export const demoPassword = 'harbour light at night'

const regional = (region: string, city: string, country: string): DemoOffice => ({
  code: `RO-${region}`,
  name: `${city} regional office`,
  kind: 'regional_office',
  parent: 'HQ',
  country,
  region,
})

const mission = (code: string, city: string, country: string, region: string): DemoOffice => ({
  code,
  name: `${city} mission`,
  kind: 'mission',
  parent: `RO-${region}`,
  country,
  region,
})

const partner = (code: string, name: string, country: string, region: string): DemoOffice => ({
  code,
  name,
  kind: 'partner',
  parent: `RO-${region}`,
  country,
  region,
})

/** Parents stand before their children. */
export const demoOffices: readonly DemoOffice[] = [
  { code: 'HQ', name: demoOrganisation, kind: 'headquarters', parent: null, country: 'PT', region: 'EEA' },
  regional('AP', 'Kuala Lumpur', 'MY'),
  regional('CNAC', 'Panama City', 'PA'),
  regional('CWA', 'Accra', 'GH'),
  regional('ESA', 'Kampala', 'UG'),
  regional('MENA', 'Tunis', 'TN'),
  regional('EEA', 'Lyon', 'FR'),
  regional('SAM', 'Montevideo', 'UY'),
  regional('EECA', 'Belgrade', 'RS'),
  mission('PHNOM-PENH', 'Phnom Penh', 'KH', 'AP'),
  mission('VIENTIANE', 'Vientiane', 'LA', 'AP'),
  mission('KATHMANDU', 'Kathmandu', 'NP', 'AP'),
  mission('PORT-AU-PRINCE', 'Port-au-Prince', 'HT', 'CNAC'),
  mission('ABIDJAN', 'Abidjan', 'CI', 'CWA'),
  mission('ADDIS-ABABA', 'Addis Ababa', 'ET', 'ESA'),
  mission('AMMAN', 'Amman', 'JO', 'MENA'),
  mission('ROME', 'Rome', 'IT', 'EEA'),
  mission('BOGOTA', 'Bogotá', 'CO', 'SAM'),
  mission('KYIV', 'Kyiv', 'UA', 'EECA'),
  mission('CHISINAU', 'Chișinău', 'MD', 'EECA'),
  mission('TASHKENT', 'Tashkent', 'UZ', 'EECA'),
  partner('P-OPEN-DOOR', 'Open Door Shelter', 'UA', 'EECA'),
  partner('P-FAIR-WORK', 'Fair Work Legal Aid', 'IT', 'EEA'),
]

/** Who works where: role, offices, scope. Two people at one place get a number: caseworker2.kyiv. */
const posts: readonly (readonly [role: RoleId, scope: Scope, offices: string])[] = [
  ['administrator', 'all', 'HQ HQ'],
  ['global_analyst', 'all', 'HQ'],
  ['report_writer', 'all', 'HQ'],
  ['researcher', 'all', 'HQ'],
  ['data_protection_officer', 'all', 'HQ'],
  ['regional_analyst', 'region', 'RO-AP RO-EECA'],
  ['data_focal_point', 'office', 'KYIV PHNOM-PENH ADDIS-ABABA BOGOTA'],
  // Reviews who is the same person over all missions.
  ['data_focal_point', 'all', 'HQ'],
  [
    'caseworker',
    'office',
    'KYIV KYIV CHISINAU TASHKENT PHNOM-PENH PHNOM-PENH VIENTIANE KATHMANDU PORT-AU-PRINCE ABIDJAN ADDIS-ABABA AMMAN ROME BOGOTA',
  ],
  ['hotline_operator', 'office', 'KYIV TASHKENT'],
  ['shelter_manager', 'office', 'KYIV PHNOM-PENH ADDIS-ABABA'],
  ['return_officer', 'office', 'ROME AMMAN KYIV'],
  ['reintegration_officer', 'office', 'VIENTIANE ADDIS-ABABA PORT-AU-PRINCE'],
  ['partner', 'office', 'P-OPEN-DOOR P-FAIR-WORK'],
  ['fund_manager', 'all', 'HQ'],
  ['network_analyst', 'all', 'HQ'],
  ['supervisor', 'office', 'KYIV ROME PHNOM-PENH'],
]

export const demoStaff: readonly DemoStaff[] = posts
  .flatMap(([role, scope, offices]) => offices.split(' ').map(office => ({ role, scope, office })))
  .map((post, index, all) => {
    const before = all.slice(0, index).filter(other => other.role === post.role && other.office === post.office).length
    const name = staffNames[index]
    if (name === undefined) throw new RangeError('More posts than staff names.')
    return { ...post, name, login: loginOf(post.role, post.office, before + 1) }
  })

/** `caseworker.kyiv@demo.example`; for the second one there, `caseworker2.kyiv@demo.example`. */
function loginOf(role: RoleId, office: string, number: number): string {
  const place = office.toLowerCase().replace(/^p-/, '')
  return `${role}${number === 1 ? '' : number}.${place}@demo.example`
}
