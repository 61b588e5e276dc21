import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list; values mentioned in the published reviews and situation reports.'

/** Before a person is known: leads and hotline contacts. */
export const hotlineLists: readonly CodeList[] = [
  plain(
    'lead_source',
    'Source of the lead',
    [
      ['press', 'Press or media'],
      ['hotline', 'Hotline'],
      ['partner', 'Partner'],
      ['authority', 'Authority'],
      ['online', 'Online advertisement or post'],
      ['community', 'Community'],
      ['assisted_person', 'Person we assist'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'lead_state',
    'State of the lead',
    [
      ['new', 'New'],
      ['looked_into', 'Being looked into'],
      ['became_case', 'Became a case'],
      ['passed_on', 'Passed on'],
      ['closed', 'Closed'],
    ],
    own,
  ),
  plain(
    'monitored_medium',
    'Where it was seen',
    [
      ['job_site', 'Site for job offers'],
      ['social_network', 'Social network'],
      ['messenger_channel', 'Channel of a messenger'],
      ['classifieds', 'Classified advertisements'],
      ['press', 'Newspaper or news site'],
      ['broadcast', 'Radio or television'],
      ['street', 'Posters and leaflets'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'monitored_content',
    'What was seen',
    [
      ['job_offer_abroad', 'Job offers abroad'],
      ['job_offer_here', 'Job offers in the country'],
      ['agency', 'Agencies and brokers'],
      ['marriage_offer', 'Marriage or acquaintance'],
      ['adoption_offer', 'Adoption or surrogacy'],
      ['escort_offer', 'Escort and entertainment'],
      ['news_item', 'News about trafficking'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'call_channel',
    'Channel',
    [
      ['telephone', 'Telephone'],
      ['chat', 'Chat'],
      ['messenger', 'Messenger'],
      ['email', 'E-mail'],
      ['web_form', 'Web form'],
      ['in_person', 'In person'],
    ],
    own,
  ),
  plain(
    'call_topic',
    'Topic',
    [
      ['work_abroad', 'Work abroad'],
      ['recruitment_check', 'Checking an offer or agency'],
      ['trafficking', 'Trafficking'],
      ['labour_exploitation', 'Exploitation at work'],
      ['missing_person', 'Missing person'],
      ['documents', 'Documents and papers'],
      ['visa', 'Visas and residence'],
      ['legal', 'Legal question'],
      ['return', 'Return'],
      ['accommodation', 'Accommodation'],
      ['health', 'Health'],
      ['violence', 'Violence'],
      ['marriage_abroad', 'Marriage abroad'],
      ['study_abroad', 'Study abroad'],
      ['services', 'Services and support'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'caller',
    'Who called',
    [
      ['person_concerned', 'The person concerned'],
      ['family', 'Family'],
      ['friend', 'Friend or acquaintance'],
      ['public', 'Member of the public'],
      ['professional', 'Professional or partner'],
      ['authority', 'Authority'],
      ['employer', 'Employer'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'safe_to_speak',
    'Safe to speak',
    [
      ['yes', 'Yes'],
      ['no', 'No'],
      ['listened', 'Somebody listens'],
    ],
    own,
  ),
  plain(
    'call_danger',
    'Danger',
    [
      ['none', 'No danger named'],
      ['risk', 'At risk'],
      ['immediate', 'Immediate danger'],
    ],
    own,
  ),
  plain(
    'call_state',
    'How the contact ended',
    [
      ['done', 'Answered'],
      ['call_back', 'We call back'],
      ['transferred', 'Handed over while on the line'],
      ['escalated', 'Escalated: danger'],
      ['dropped', 'The line broke off'],
      ['left', 'Left, do not contact'],
    ],
    own,
  ),
  plain(
    'number_consent',
    'May we keep the number',
    [
      ['refused', 'No'],
      ['agreed', 'Yes, to call back'],
    ],
    own,
  ),
  { ...plain('clock', 'Time', halfHours(), own), long: true },
]

/** 0000 to 2330, each half hour of the day, as the clock of the person concerned shows it. */
function halfHours(): (readonly [string, string])[] {
  return Array.from({ length: 48 }, (_, at) => {
    const hour = String(at >> 1).padStart(2, '0')
    const minutes = at % 2 === 0 ? '00' : '30'
    return [`${hour}${minutes}`, `${hour}:${minutes}`] as const
  })
}
