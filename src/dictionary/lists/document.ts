import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Kinds of documents. */
export const documentLists: readonly CodeList[] = [
  plain(
    'document_kind',
    'Kind of document',
    [
      ['identity', 'Identity document'],
      ['travel_document', 'Travel document'],
      ['visa', 'Visa or residence permit'],
      ['consent_form', 'Signed consent'],
      ['guardian_letter', 'Letter of a guardian'],
      ['court_paper', 'Paper of a court or the police'],
      ['power_of_attorney', 'Power of attorney'],
      ['contract', 'Contract'],
      ['medical', 'Medical paper'],
      ['business_plan', 'Business plan'],
      ['photo', 'Photograph'],
      ['other', 'Other'],
    ],
    own,
  ),
  plain(
    'media_type',
    'Type of file',
    [
      ['pdf', 'PDF'],
      ['jpeg', 'Picture (JPEG)'],
      ['png', 'Picture (PNG)'],
      ['webp', 'Picture (WebP)'],
    ],
    own,
  ),
]
