import { code, date, integer, referenceAmong, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'
import { justiceRecords } from './justice.ts'

/** A paper or picture of the case. What lies in the file is sealed apart; the register itself says what it is. */
const document = recordType({
  id: 'document',
  label: 'Document',
  plural: 'Documents',
  empty: 'Papers and pictures of the case, kept encrypted. Places and cameras are taken out of pictures.',
  under: 'case',
  on: 'receivedOn',
  headline: 'kind',
  place: 52,
  fields: {
    kind: code('document_kind', {
      label: 'Kind',
      help: 'Decides who may open the file. It cannot be changed once there is one.',
      class: 'open',
    }),
    title: text({ label: 'What it is', class: 'narrative' }),
    receivedOn: date({ label: 'Received on', class: 'open' }),
    validUntil: date({ label: 'Valid until', class: 'open' }),
    // That there is such a step is itself of class justice.
    step: referenceAmong(
      justiceRecords.map(({ id }) => id),
      {
        label: 'Belongs to',
        help: 'A step of justice of this case: a proceeding, a claim, a visa. The kind still decides who may open the file.',
        class: 'justice',
      },
    ),
    mediaType: code('media_type', { label: 'Type of file', class: 'open', fixed: true }),
    size: integer({ label: 'Size in bytes', class: 'open', fixed: true, min: 0 }),
    sha256: text({
      label: 'Fingerprint of the file (SHA-256)',
      help: 'Of the file as it is kept and given out: whoever holds a copy can prove that it is the same.',
      class: 'narrative',
      fixed: true,
      length: 64,
    }),
  },
})

/** Papers and pictures, kept as encrypted files. */
export const documentRecords: readonly RecordType[] = [document]
