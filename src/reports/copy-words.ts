/** What the copy says besides what is kept. Languages that are missing fall back to English. */
const words = {
  en: {
    title: 'What we keep about you',
    made: (day: string) => `Made on ${day}`,
    about: [
      'This is the copy you asked for: every answer that we keep, what stood there before, and who wrote it down, as a function and not by name.',
      '[…] stands where somebody else is named, or where the address of a shelter would endanger others.',
      'You may ask us to correct it, to stop using it, or to erase it, and you may complain to the data protection authority where you are.',
    ],
    otherLanguage: 'You asked for another language. Ask us to read this to you in it: we owe you that.',
    elsewhere: (count: number) =>
      count === 1
        ? 'One more of our offices keeps something. Ask there, too.'
        : `${count} more of our offices keep something. Ask there, too.`,
    recipients: 'Who received something',
    noRecipients: 'Nobody outside received anything.',
    whom: 'Who',
    what: 'What',
    ground: 'On what ground',
    on: 'On',
    readers: 'Who opened it',
    who: 'Who',
    times: 'Times',
    first: 'First',
    last: 'Last',
    records: 'What is kept',
    question: 'Question',
    answer: 'Answer',
    source: 'Written by, where, on',
    keptFor: (purpose: string) => `Kept for: ${purpose}`,
    before: (shown: string, source: string) => `Before: ${shown} (${source})`,
  },
} as const

export const copyWords = (language: string) => words[language as keyof typeof words] ?? words.en
