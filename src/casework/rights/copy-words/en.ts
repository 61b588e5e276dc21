import type { CopyCatalogue } from './catalogue.ts'

/** English, in which the product is written. What is a word of the dictionary stands there and not here. */
export const en = {
  language: 'en',
  direction: 'ltr',
  reviewed: 'all',
  words: {
    'copy.title': 'What we keep about you',
    'copy.made': 'Made on {day}',
    'copy.about':
      'This is the copy you asked for: every answer that we keep, what stood there before, and who wrote it down, as a function and not by name.',
    'copy.blotted': '[…] stands where somebody else is named, or where the address of a shelter would endanger others.',
    'copy.childSought':
      'You look for a child. What we wrote in free words since then stays back, because it may say where the child is, which is told to nobody.',
    'copy.rights':
      'You may ask us to correct it, to stop using it, or to erase it, and you may complain to the data protection authority where you are.',
    'copy.otherLanguage': 'You asked for another language. Ask us to read this to you in it: we owe you that.',
    'copy.partlyEnglish':
      'Some questions and answers stand in English, where we have no words of your language yet. Ask us to read them to you: we owe you that.',
    'copy.notReviewed':
      'No native speaker has checked the words of this paper yet. If something is unclear, ask us to explain it.',
    'copy.elsewhere': 'More offices of ours that keep something: {count}. Ask there, too.',
    'copy.recipients': 'Who received something',
    'copy.noRecipients': 'Nobody outside received anything.',
    'copy.whom': 'Who',
    'copy.what': 'What',
    'copy.ground': 'On what ground',
    'copy.on': 'On',
    'copy.readers': 'Who opened it',
    'copy.who': 'Who',
    'copy.times': 'Times',
    'copy.first': 'First',
    'copy.last': 'Last',
    'copy.records': 'What is kept',
    'copy.question': 'Question',
    'copy.answer': 'Answer',
    'copy.source': 'Written by, where, on',
    'copy.keptFor': 'Kept for: {purpose}',
    'copy.before': 'Before: {shown} ({source})',
    'role.caseworker': 'caseworker',
    'role.hotline_operator': 'hotline operator',
    'role.shelter_manager': 'shelter manager',
    'role.return_officer': 'return officer',
    'role.reintegration_officer': 'reintegration officer',
    'role.supervisor': 'supervisor',
    'role.fund_manager': 'fund manager',
    'role.network_analyst': 'network analyst',
    'role.data_focal_point': 'data focal point',
    'role.data_protection_officer': 'data protection officer',
    'role.partner': 'partner',
    'role.administrator': 'administrator',
    'role.register': 'register',
    'role.colleague': 'colleague',
  },
} as const satisfies CopyCatalogue
