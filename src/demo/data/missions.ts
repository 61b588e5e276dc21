/**
 * Where the invented persons come from and what happened to them, per mission. A corridor is nationality -> country of
 * exploitation with its weight, the shares of women and of children, and the kind of story (see stories.ts). The shapes are
 * believable, the weights are ours and describe no real organisation.
 */
export interface Corridor {
  readonly nationality: string
  readonly to: string
  readonly weight: number
  readonly women: number
  readonly children: number
  readonly story: string
}

export interface MissionSetting {
  readonly weight: number
  readonly currency: string
  /** Units of the currency for one US dollar, roughly; and the smallest step that is paid. */
  readonly rate: number
  readonly step: number
  /** International prefix; the numbers after it begin with 00, which nobody has. */
  readonly prefix: string
  readonly languages: readonly string[]
  readonly towns: readonly string[]
  readonly partners: readonly string[]
  readonly corridors: readonly Corridor[]
}

const corridors = (lines: string): Corridor[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [nationality = '', to = '', weight, women, children, story = ''] = line.trim().split(/\s+/)
      return {
        nationality,
        to,
        weight: Number(weight),
        women: Number(women) / 100,
        children: Number(children) / 100,
        story,
      }
    })

export const missionSettings: Readonly<Record<string, MissionSetting>> = {
  KYIV: {
    weight: 18,
    currency: 'UAH',
    rate: 40,
    step: 10,
    prefix: '+380',
    languages: ['uk', 'ru'],
    towns: ['Zhytomyr', 'Kherson', 'Chernivtsi', 'Poltava', 'Odesa', 'Ternopil'],
    partners: ['Open Door Shelter', 'Vilna Dolia legal office', 'Oblast social service centre'],
    corridors: corridors(`
      UA RU 24 35 3 labour
      UA PL 16 45 3 labour
      UA UA 10 50 20 labour
      UA UA 5 70 35 begging
      UA TR 9 80 5 sexual
      UA DE 7 75 4 sexual
      UA IT 4 80 2 domestic
      UA RU 4 20 2 begging
      BY UA 1 40 5 labour`),
  },
  CHISINAU: {
    weight: 9,
    currency: 'MDL',
    rate: 18,
    step: 5,
    prefix: '+373',
    languages: ['ro', 'ru'],
    towns: ['Orhei', 'Soroca', 'Cahul', 'Ungheni'],
    partners: ['Casa Deschisa day centre', 'Legal clinic of the faculty', 'District guardianship authority'],
    corridors: corridors(`
      MD RU 22 35 8 labour
      MD TR 10 90 6 sexual
      MD IT 8 70 2 domestic
      MD MD 8 55 40 begging
      MD DE 5 40 2 labour`),
  },
  TASHKENT: {
    weight: 10,
    currency: 'UZS',
    rate: 12000,
    step: 1000,
    prefix: '+998',
    languages: ['uz', 'ru'],
    towns: ['Namangan', 'Termez', 'Urgench', 'Jizzakh'],
    partners: ['Istiqbol day centre', 'Mahalla committee', 'Regional employment service'],
    corridors: corridors(`
      UZ RU 30 15 3 labour
      UZ KZ 16 25 5 labour
      UZ TR 8 90 2 sexual
      UZ AE 5 95 2 sexual
      UZ UZ 5 45 45 labour
      KG UZ 1 40 5 labour`),
  },
  'PHNOM-PENH': {
    weight: 11,
    currency: 'USD',
    rate: 1,
    step: 1,
    prefix: '+855',
    languages: ['km'],
    towns: ['Prey Veng', 'Battambang', 'Kampong Cham', 'Takeo'],
    partners: ['Lotus Path shelter', 'Provincial social affairs office', 'Village livelihood group'],
    corridors: corridors(`
      KH TH 30 20 6 sea
      KH MY 9 85 3 domestic
      KH CN 9 98 5 marriage
      KH KH 10 70 40 sexual
      VN KH 9 40 3 scam
      KH KH 6 35 5 scam`),
  },
  VIENTIANE: {
    weight: 7,
    currency: 'USD',
    rate: 1,
    step: 1,
    prefix: '+856',
    languages: ['lo'],
    towns: ['Savannakhet', 'Pakse', 'Thakhek', 'Phonsavan'],
    partners: ['Women and family centre', 'Provincial vocational school', 'District clinic'],
    corridors: corridors(`
      LA TH 26 65 45 labour
      LA TH 12 90 55 sexual
      LA CN 7 99 20 marriage
      LA LA 4 70 50 domestic`),
  },
  KATHMANDU: {
    weight: 8,
    currency: 'NPR',
    rate: 133,
    step: 50,
    prefix: '+977',
    languages: ['ne'],
    towns: ['Dhading', 'Makwanpur', 'Sindhuli', 'Nuwakot'],
    partners: ['Safe Return transit home', 'Women’s savings circle', 'District legal aid'],
    corridors: corridors(`
      NP IN 20 80 40 sexual
      NP KW 10 95 1 domestic
      NP QA 12 8 1 labour
      NP MY 9 12 1 labour
      NP NP 8 60 60 labour`),
  },
  'PORT-AU-PRINCE': {
    weight: 7,
    currency: 'HTG',
    rate: 130,
    step: 25,
    prefix: '+509',
    languages: ['ht', 'fr'],
    towns: ['Jacmel', 'Hinche', 'Ouanaminthe', 'Les Cayes'],
    partners: ['Kay Espwa children’s home', 'Child welfare institute', 'Sisters’ school'],
    corridors: corridors(`
      HT HT 34 60 92 domestic
      HT DO 14 45 45 labour
      HT DO 6 85 25 sexual
      HT HT 4 40 80 begging`),
  },
  ABIDJAN: {
    weight: 7,
    currency: 'XOF',
    rate: 600,
    step: 500,
    prefix: '+225',
    languages: ['fr'],
    towns: ['Daloa', 'Korhogo', 'Soubré', 'Bouaké'],
    partners: ['Maison Akwaba', 'Centre social de quartier', 'Coopérative des mères'],
    corridors: corridors(`
      BF CI 16 15 80 labour
      CI CI 12 55 75 labour
      CI TN 10 85 8 domestic
      NG CI 9 97 25 sexual
      CI KW 6 98 2 domestic`),
  },
  'ADDIS-ABABA': {
    weight: 9,
    currency: 'ETB',
    rate: 57,
    step: 10,
    prefix: '+251',
    languages: ['am', 'om'],
    towns: ['Dessie', 'Jimma', 'Hawassa', 'Adigrat'],
    partners: ['Selam reception centre', 'Women’s cooperative', 'Woreda child desk'],
    corridors: corridors(`
      ET SA 24 55 12 domestic
      ET LB 11 99 3 domestic
      ET KW 8 98 2 domestic
      ET SD 6 50 20 labour
      ET ET 12 65 75 domestic
      ET JO 4 99 2 domestic`),
  },
  AMMAN: {
    weight: 5,
    currency: 'JOD',
    rate: 0.71,
    step: 1,
    prefix: '+962',
    languages: ['ar', 'en'],
    towns: ['Zarqa', 'Irbid', 'Aqaba', 'Mafraq'],
    partners: ['Dar al-Aman shelter', 'Workers’ legal centre', 'Family protection office'],
    corridors: corridors(`
      ET JO 12 99 2 domestic
      NP JO 6 95 1 domestic
      SY JO 12 45 40 labour
      SY JO 5 98 45 marriage
      EG JO 8 2 3 labour`),
  },
  ROME: {
    weight: 6,
    currency: 'EUR',
    rate: 0.92,
    step: 5,
    prefix: '+39',
    languages: ['it', 'en'],
    towns: ['Latina', 'Foggia', 'Caserta', 'Ragusa'],
    partners: ['Fair Work Legal Aid', 'Casa del Porto', 'Sportello salute migranti'],
    corridors: corridors(`
      NG IT 24 95 18 sexual
      UA IT 6 75 1 domestic
      MD IT 6 70 1 domestic
      CI IT 6 50 35 labour
      EG IT 6 2 35 labour`),
  },
  BOGOTA: {
    weight: 7,
    currency: 'COP',
    rate: 4000,
    step: 1000,
    prefix: '+57',
    languages: ['es'],
    towns: ['Cúcuta', 'Pereira', 'Tumaco', 'Villavicencio'],
    partners: ['Fundación Puerto Claro', 'Casa de la mujer', 'Comisaría de familia'],
    corridors: corridors(`
      VE CO 18 75 22 sexual
      VE CO 9 45 20 labour
      CO CO 8 35 95 armed
      CO MX 6 95 3 sexual
      CO EC 4 50 10 begging`),
  },
}
