import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers of family tracing. */
export const tracingLists: readonly CodeList[] = [
  plain(
    'tracing_requester',
    'Who asks',
    [
      ['person', 'The person'],
      ['family', 'A relative'],
      ['authority', 'An authority'],
      ['tracing_service', 'A tracing service'],
      ['partner', 'A partner'],
    ],
    own,
  ),
  plain(
    'tracing_sought_age',
    'Who is looked for',
    [
      ['child', 'A child'],
      ['adult', 'An adult'],
    ],
    own,
  ),
  plain(
    'tracing_state',
    'State',
    [
      ['open', 'Being looked for'],
      ['answered', 'Answered'],
      ['stopped', 'Stopped'],
    ],
    own,
  ),
  plain(
    'tracing_outcome',
    'Outcome',
    [
      ['found', 'Found'],
      ['not_found', 'Not found'],
      ['no_contact', 'Found, and wants no contact'],
      ['died', 'Died'],
    ],
    own,
  ),
  plain(
    'tracing_content',
    'What is told',
    [
      ['safe', 'That the person is safe'],
      ['message', 'A message of the person'],
      ['contact', 'How to reach the person'],
      ['place', 'Where the person is'],
    ],
    'Own list; for a child the last two are never told (issue of casework, section 11).',
  ),
]
