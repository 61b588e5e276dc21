/** Units of the catalogue, with the other names that reports give them (R01). */
const aliases: Readonly<Record<string, readonly string[]>> = {
  instance: ['instances', 'ia', 'instance of assistance', 'instances of assistance'],
  person: ['persons', 'people', 'per', 'individual', 'individuals', 'migrants', 'vots'],
  case: ['cases'],
  call: ['calls'],
  consultation: ['consultations', 'cons'],
  contact: ['contacts'],
  participant: ['participants', 'part'],
  material: ['materials', 'item', 'items', 'leaflets', 'flyers'],
  reach: ['reached', 'audience'],
  project: ['projects', 'prj'],
  service: ['services'],
  incident: ['incidents'],
}

const known = new Map(Object.entries(aliases).flatMap(([unit, names]) => [unit, ...names].map(name => [name, unit])))

/** One word for one unit; a unit outside the list stays as it is written, so that two of them can still be told apart. */
export function readUnit(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ')
  if (plain === '') return null
  return known.get(plain.toLowerCase()) ?? (/^[A-Z]{3}$/.test(plain) ? plain : plain.toLowerCase())
}
