import type { Content } from '#dictionary/answer.ts'

/**
 * The situation report of 9 May to 8 June 2022 as missions would have entered it: the facts of T111 to T149 in words of our
 * own. Calls and consultations (T136, T137) are totals of the hotline and stand in the test.
 */
export interface Entered {
  readonly office: string
  readonly activity: Content
  readonly numbers?: readonly Content[]
}

/** Code of the office -> country; one regional office tells of four countries that have none of their own. */
export const offices: Readonly<Record<string, string>> = {
  MSQ: 'BY', SOF: 'BG', ZAG: 'HR', PRG: 'CZ', PAR: 'FR', BER: 'DE', ATH: 'GR', KIV: 'MD', WAW: 'PL', LIS: 'PT', BUH: 'RO',
  BTS: 'SK', KYV: 'UA', VIE: 'AT',
} // biome-ignore format: one line

const is = (
  office: string,
  countries: readonly string[],
  [pillar, kind, title]: readonly [string, string, string],
  more: Content,
  numbers: readonly Content[] = [],
): Entered => ({ office, activity: { pillar, kind, title, countries, from: '2022-05', ...more }, numbers })

const day = (to: string) => ({ accumulation: 'in_period', to })
const soFar = { accumulation: 'to_date', to: '2022-06-08' }
const person = (category: string, sex: string, number: number, time: Content) => ({
  measure: 'persons_assisted', category, sex, number, ...time,
}) // biome-ignore format: one line
const inPeriod = { accumulation: 'in_period', from: '2022-05-09', to: '2022-06-08' }

const direct: readonly Entered[] = [
  is('MSQ', ['BY'], ['direct_assistance', 'needs_assessment', 'Needs of refugees'], {
    state: 'ongoing', text: 'Needs are assessed and people referred; most asked for were food and hygiene items, clothes and medicines.',
  }, [{ measure: 'needs_assessed', number: 243, accumulation: 'as_of', to: '2022-06-03' }]),
  is('PRG', ['CZ'], ['direct_assistance', 'helpline', 'Legal helpline'], {
    state: 'ongoing', languages: ['uk', 'cs', 'en', 'ru'], text: 'A helpline gives legal advice and support.',
  }, [{ measure: 'helpline_persons', number: 54, ...soFar }]),
  is('ATH', ['GR'], ['direct_assistance', 'services', 'Information in open sites'], {
    state: 'ongoing', text: 'People in open sites are told of safe migration and of their rights at work, and helped to bear what they went through.',
  }),
  is('KIV', ['MD'], ['direct_assistance', 'services', 'Stranded in third countries'], {
    state: 'ongoing', text: 'Trafficked persons stranded in Burundi are brought home and cared for.',
  }),
  is('WAW', ['PL'], ['direct_assistance', 'services', 'Safe accommodation'], {
    text: 'A trafficked person stranded abroad was given a safe place to stay.',
  }, [{ measure: 'persons_assisted', category: 'trafficked', number: 1, ...inPeriod }]),
  is('BUH', ['RO'], ['direct_assistance', 'services', 'Transport and shelter'], {
    state: 'ongoing', text: 'Safe transport and shelter are ready for those who are identified at the border.',
  }),
  is('KYV', ['UA'], ['direct_assistance', 'services', 'Individual assistance'], {
    text: 'Each received what they needed: allowances, medical care, transport and protection.',
  }, [
    person('trafficked', 'male', 8, inPeriod), person('trafficked', 'female', 2, inPeriod),
    person('vulnerable_migrant', 'male', 3, inPeriod), person('vulnerable_migrant', 'female', 7, inPeriod),
  ]),
] // biome-ignore format: one entry a paragraph

const meeting = (
  office: string,
  country: string,
  from: string,
  title: string,
  more: Content = {},
  numbers: Content[] = [],
) => is(office, [country], ['convening', 'meeting', title], { from, ...more }, numbers)
const body = (
  office: string,
  country: string,
  title: string,
  frequency: string,
  more: Content = {},
  numbers: Content[] = [],
) =>
  is(
    office,
    [country],
    ['convening', 'coordination', title],
    { state: 'ongoing', frequency, ourPart: 'member', ...more },
    numbers,
  )

const guidanceAndMeetings: readonly Entered[] = [
  is('WAW', ['PL'], ['thematic_guidance', 'project', 'Project against exploitation at work'], {
    partners: 'Border Guard', text: 'A project with the Border Guard against exploitation at work began.',
  }),
  body('MSQ', 'BY', 'Refugee Coordination Forum', 'bi_weekly'),
  meeting('SOF', 'BG', '2022-05-13', 'Meeting on identification', { frequency: 'monthly' }),
  body('PRG', 'CZ', 'Inter-agency coordination', 'weekly'),
  body('PRG', 'CZ', 'Protection working group', 'bi_weekly'),
  meeting('PRG', 'CZ', '2022-05-20', 'Labour inspection on prevention'),
  meeting('PRG', 'CZ', '2022-05-25', 'Shelter for people who flee'),
  meeting('ZAG', 'HR', '2022-05-19', 'Meeting with the Embassy of the United States'),
  body('PAR', 'FR', 'Working group on protection', 'weekly'),
  meeting('KIV', 'MD', '2022-05-18', 'A task force is prepared', { partners: 'UNHCR' }),
  body('KYV', 'UA', 'Anti-Trafficking Task Team', 'monthly', { from: '2022-05-24', ourPart: 'co_chair', coChair: 'La Strada-Ukraine' }),
  meeting('WAW', 'PL', '2022-05-16', 'Ministry of Interior on transport and cash'),
  { office: 'KYV', activity: { pillar: 'convening', kind: 'meeting', title: 'Briefing of members of the United States Congress', countries: ['UA', 'PL'], from: '2022-05-18' } },
  body('BUH', 'RO', 'Crisis Response Anti-Trafficking Task Force', 'when_needed', { ourPart: 'co_chair', partners: 'proTECT' }, [
    { measure: 'organisations', number: 22, accumulation: 'as_of', to: '2022-06-08' },
  ]),
  meeting('BTS', 'SK', '2022-05-25', 'Task Force on human trafficking', { ourPart: 'chair' }),
  meeting('VIE', 'CH', '2022-05-12', 'Second coordination meeting', { partners: 'A Ukrainian diaspora organisation' }, [
    { measure: 'organisations', number: 18, ...day('2022-05-12') },
  ]),
] // biome-ignore format: one entry a line

const advocacy: readonly Entered[] = [
  is('MSQ', ['BY'], ['advocacy', 'helpline', 'Hotline on safe migration'], { state: 'ongoing' }, [
    { measure: 'helpline_persons', number: 311, ...soFar },
  ]),
  is('MSQ', ['BY'], ['advocacy', 'materials', 'Leaflet on support'], {}, [
    { measure: 'printed', material: 'leaflet', number: 6_000, ...inPeriod },
    { measure: 'distributed', material: 'leaflet', number: 6_000, ...inPeriod },
  ]),
  is('BER', ['DE'], ['advocacy', 'materials', 'Flyer on risks'], { languages: ['en', 'de', 'ru', 'uk'] }, [
    { measure: 'printed', material: 'flyer', number: 12_000, ...soFar },
    { measure: 'distributed', material: 'flyer', number: 9_500, ...soFar },
  ]),
  is('BER', ['DE'], ['advocacy', 'campaign', 'Posts in social media'], {}, [
    { measure: 'reach', number: 450_000, qualifier: 'approximately', ...soFar },
  ]),
  is('KIV', ['MD'], ['advocacy', 'outreach', 'Mobile teams'], {}, [{ measure: 'persons_met', number: 780, ...day('2022-05') }]),
  is('KYV', ['UA'], ['advocacy', 'campaign', 'Nationwide campaign'], { state: 'ongoing' }, [
    { measure: 'reach', number: 9_900_000, ...soFar },
  ]),
  is('KYV', ['UA'], ['advocacy', 'materials', 'Leaflets and posters'], {}, [
    { measure: 'distributed', material: 'leaflet_and_poster', number: 178_000, qualifier: 'over', ...inPeriod },
  ]),
  is('VIE', ['SE'], ['advocacy', 'media', 'Helpline on the site of an agency'], {}),
  is('VIE', ['MT'], ['advocacy', 'meeting', 'Hotlines told to ambassadors'], {}),
  is('PAR', ['FR'], ['advocacy', 'materials', 'Leaflet for volunteers'], {}),
  is('PRG', ['CZ'], ['advocacy', 'campaign', 'Campaign in social media'], {}),
] // biome-ignore format: one entry a paragraph

const trainingAndData: readonly Entered[] = [
  is('VIE', ['AT'], ['training', 'guidance', 'Tools for those who respond first'], { from: '2022-05-09' }, [
    { measure: 'published', number: 2, ...day('2022-05-09') },
  ]),
  is('MSQ', ['BY'], ['training', 'training', 'Protection trainings'], { from: '2022-06' }),
  is('SOF', ['BG'], ['training', 'training', 'Training on prevention'], { from: '2022-05-11' }),
  is('WAW', ['PL'], ['training', 'training', 'Training of the Border Guard'], { from: '2022-05-23' }, [
    { measure: 'participants', participants: 'border_guard', number: 37, ...day('2022-05-23') },
  ]),
  is('WAW', ['PL'], ['training', 'training', 'Training of cultural mediators'], { from: '2022-05-30', to: '2022-05-31', place: 'Warsaw' }),
  is('LIS', ['PT'], ['training', 'event', 'Two sessions for municipalities'], { from: '2022-06-03', to: '2022-06-07', partners: 'UNHCR' }, [
    { measure: 'participants', participants: 'registered', number: 117, accumulation: 'in_period', from: '2022-06-03', to: '2022-06-07' },
  ]),
  is('BUH', ['RO'], ['training', 'training', 'Protection training in two counties'], { from: '2022-06-06', to: '2022-06-08', place: 'Vaslui and Iasi' }, [
    { measure: 'participants', participants: 'workers_and_volunteers', number: 68, accumulation: 'in_period', from: '2022-06-06', to: '2022-06-08' },
  ]),
  is('BTS', ['SK'], ['training', 'event', 'Event on safe work'], { from: '2022-05-12', place: 'Bratislava' }),
  is('BUH', ['RO'], ['data_research', 'research', 'Interviews on displacement'], { from: '2022-03-25', state: 'ongoing' }, [
    { measure: 'interviews', number: 5_311, qualifier: 'over', accumulation: 'since', from: '2022-03-25', to: '2022-06-08' },
  ]),
  is('PRG', ['CZ'], ['data_research', 'research', 'Data on protection needs'], { from: '2022-06', state: 'ongoing' }),
  is('BER', ['DE'], ['data_research', 'research', 'Digital survey'], { state: 'ongoing' }),
  is('WAW', ['PL', 'BY'], ['data_research', 'research', 'Questionnaires on displacement'], { state: 'ongoing' }),
  is('KYV', ['UA'], ['data_research', 'research', 'Rapid national survey'], { from: '2022-06', state: 'planned' }),
] // biome-ignore format: one entry a paragraph

export const entered: readonly Entered[] = [...direct, ...guidanceAndMeetings, ...advocacy, ...trainingAndData]
