import type { Questionnaire } from '../questionnaire.ts'

const inEpisode = (field: string) => ({ type: 'episode', field })
const inScreening = (field: string) => ({ type: 'screening', field })

/** The interview, a topic a page. Consent comes before it and has its own record; every question can be skipped. */
export const screeningInterview: Questionnaire = {
  id: 'screening_interview',
  version: '1',
  title: 'Screening interview',
  provenance:
    'Own interview guide on the act, the means and the purpose of the Palermo Protocol, article 3. It is nobody’s published form.',
  verified: true,
  sections: [
    {
      id: 'safety',
      label: 'Before we begin',
      questions: [
        {
          id: 'safe_to_speak',
          kind: 'code',
          list: 'yes_no',
          label: 'Is it safe to speak here and now?',
          help: 'If not, stop and find another place or time.',
          field: inScreening('safeToSpeak'),
        },
      ],
    },
    {
      id: 'recruitment',
      label: 'How it began',
      questions: [
        {
          id: 'reasons',
          kind: 'codes',
          list: 'migration_reason',
          label: 'Why did you want to leave?',
          field: inEpisode('reasonForLeaving'),
        },
        {
          id: 'channel',
          kind: 'codes',
          list: 'recruitment_channel',
          label: 'How did you get in touch?',
          field: inEpisode('recruitmentChannel'),
        },
        {
          id: 'platforms',
          kind: 'codes',
          list: 'online_platform',
          label: 'On which platform?',
          field: inEpisode('recruitmentPlatforms'),
          relevant: { any: [{ is: ['channel', 'social_network'] }, { is: ['channel', 'online_advertisement'] }] },
        },
        {
          id: 'recruiter',
          kind: 'marks',
          list: 'recruiter_relation',
          label: 'Who was it to you?',
          field: inEpisode('recruiterRelation'),
        },
        {
          id: 'promises',
          kind: 'codes',
          list: 'promise',
          label: 'What were you told to expect?',
          field: inEpisode('promises'),
        },
        {
          id: 'contract',
          kind: 'code',
          list: 'contract',
          label: 'Was there a contract?',
          field: inEpisode('contract'),
        },
      ],
    },
    {
      id: 'act',
      label: 'The way there',
      questions: [
        {
          id: 'act',
          kind: 'marks',
          list: 'act',
          label: 'What did others do?',
          help: 'Recruit, transport, pass on, house, receive.',
          field: inScreening('act'),
        },
        {
          id: 'account_act',
          kind: 'long_text',
          label: 'In the person’s words',
          field: inScreening('accountOfAct'),
          relevant: { answered: 'act' },
        },
      ],
    },
    {
      id: 'means',
      label: 'How it was made hard to leave',
      help: 'For a child no means is needed; ask only as far as it helps the child.',
      questions: [
        {
          id: 'means',
          kind: 'marks',
          list: 'means',
          label: 'Which of these happened?',
          field: inScreening('means'),
          sensitive: true,
        },
        {
          id: 'documents',
          kind: 'code',
          list: 'documents',
          label: 'Where were your papers?',
          field: inEpisode('documents'),
        },
        {
          id: 'account_means',
          kind: 'long_text',
          label: 'In the person’s words',
          field: inScreening('accountOfMeans'),
          relevant: { answered: 'means' },
          sensitive: true,
        },
      ],
    },
    {
      id: 'purpose',
      label: 'What happened there',
      questions: [
        {
          id: 'purpose',
          kind: 'marks',
          list: 'exploitation',
          label: 'What were you made to do, or meant to do?',
          field: inScreening('purpose'),
          sensitive: true,
        },
        {
          id: 'sector',
          kind: 'marks',
          list: 'sector',
          label: 'What work was it?',
          field: inEpisode('sector'),
          relevant: {
            any: [
              { marked: ['purpose', 'forced_labour'] },
              { marked: ['purpose', 'child_labour'] },
              { marked: ['purpose', 'servitude'] },
            ],
          },
        },
        {
          id: 'hours',
          kind: 'integer',
          label: 'How many hours a day?',
          field: inEpisode('hoursPerDay'),
          relevant: {
            any: [
              { marked: ['purpose', 'forced_labour'] },
              { marked: ['purpose', 'child_labour'] },
              { marked: ['purpose', 'servitude'] },
            ],
          },
        },
        {
          id: 'sexual_kind',
          kind: 'marks',
          list: 'sexual_exploitation',
          label: 'Of which kind?',
          field: inEpisode('sexualExploitation'),
          relevant: { marked: ['purpose', 'sexual'] },
          sensitive: true,
        },
        {
          id: 'countries',
          kind: 'codes',
          list: 'country',
          label: 'In which countries?',
          field: inEpisode('countryOfExploitation'),
        },
        { id: 'began', kind: 'date', label: 'When did it begin?', field: inEpisode('startedOn') },
        { id: 'ended', kind: 'date', label: 'When did it end?', field: inEpisode('endedOn') },
        {
          id: 'account_purpose',
          kind: 'long_text',
          label: 'In the person’s words',
          field: inScreening('accountOfPurpose'),
          relevant: { answered: 'purpose' },
          sensitive: true,
        },
      ],
    },
    {
      id: 'after',
      label: 'Before we part',
      questions: [
        { id: 'gaps', kind: 'long_text', label: 'What is still unclear, for another day?', field: inScreening('gaps') },
      ],
    },
  ],
}
