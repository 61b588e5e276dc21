import type { SurveyForm } from '#forms/survey/definition.ts'

/** What enumerators of the demo ask people on the move. In two languages, with a question that only some are asked. */

const words = (english: string, french: string) => ({ 'English (en)': english, 'Français (fr)': french })

const answered = [
  { name: 'yes', label: words('Yes', 'Oui') },
  { name: 'no', label: words('No', 'Non') },
  { name: 'not_said', label: words('Prefers not to say', 'Préfère ne pas répondre') },
]

export const demoSigns = ['unpaid', 'kept_in', 'papers_kept'] as const

export const demoSurveyForm: SurveyForm = {
  format: 'waymark.survey.1',
  title: 'Work on the way',
  version: '1',
  languages: ['English (en)', 'Français (fr)'],
  groups: [
    {
      name: 'signs',
      group: null,
      label: words('Your last work on the way', 'Votre dernier travail en chemin'),
      relevant: "${worked} = 'yes'",
    },
  ],
  questions: [
    {
      name: 'hello',
      kind: 'note',
      group: null,
      label: words(
        'We write down no name. You may leave out any question, and stop when you like.',
        'Nous ne notons aucun nom. Vous pouvez passer une question et arrêter quand vous voulez.',
      ),
    },
    {
      name: 'age',
      kind: 'integer',
      group: null,
      label: words('How old are you?', 'Quel âge avez-vous ?'),
      constraint: '. >= 14 and . <= 100',
      message: words('From 14 to 100 years.', 'De 14 à 100 ans.'),
    },
    {
      name: 'sex',
      kind: 'one',
      group: null,
      list: 'sex',
      label: words('Are you a woman or a man?', 'Êtes-vous une femme ou un homme ?'),
    },
    {
      name: 'worked',
      kind: 'one',
      group: null,
      list: 'answered',
      required: 'true',
      label: words('Have you worked on the way?', 'Avez-vous travaillé en chemin ?'),
    },
    {
      name: 'unpaid',
      kind: 'one',
      group: 'signs',
      list: 'answered',
      label: words('Was pay that was agreed kept from you?', 'Vous a-t-on retenu une paye convenue ?'),
    },
    {
      name: 'kept_in',
      kind: 'one',
      group: 'signs',
      list: 'answered',
      label: words('Were you kept from leaving the place?', 'Vous a-t-on empêché de quitter le lieu ?'),
    },
    {
      name: 'papers_kept',
      kind: 'one',
      group: 'signs',
      list: 'answered',
      label: words('Did somebody else keep your papers?', 'Quelqu’un d’autre a-t-il gardé vos papiers ?'),
    },
  ],
  lists: {
    answered,
    sex: [
      { name: 'female', label: words('Woman', 'Femme') },
      { name: 'male', label: words('Man', 'Homme') },
      { name: 'other', label: words('Another answer', 'Une autre réponse') },
    ],
  },
}
