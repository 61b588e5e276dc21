import { Button } from '@mantine/core'
import { useId } from 'react'
import { readChild } from '#casework/age.ts'
import type { ProviderWanted } from '#casework/directory/provider.ts'
import { recipientKindOf } from '#casework/referral/sending.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { OpenCase } from '../case/use-case.ts'
import { ProviderFinder } from '../directory/provider-finder.tsx'
import { ProviderLine } from '../directory/provider-line.tsx'
import { useDirectory } from '../directory/use-directory.ts'
import { OneOf } from '../form/choices.tsx'
import { FieldInput } from '../form/field-input.tsx'
import { useOffices } from '../shell/offices.ts'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'

/** To whom: an organisation of the directory that fits the person and the service, or another mission of ours. */
export function RecipientStep(props: { open: OpenCase; content: Content; onChange: (set: Content) => void }) {
  const t = useText()
  const d = useDictionary()
  const directory = useDirectory()
  const wanted = useWanted(props.open, props.content)
  const id = useId()
  const { content, onChange } = props
  const mission = content.recipientKind === 'own_mission'
  const chosen = directory.byId(content.recipientOrganisation)
  const field = fieldOf(d, 'referral', 'toOffice')
  return (
    <fieldset className="stack-fields">
      <legend id={id}>{t('composer.to')}</legend>
      <OneOf
        labelledBy={id}
        choices={[
          { value: 'organisation', label: t('composer.organisation') },
          { value: 'mission', label: t('composer.mission') },
        ]}
        value={mission ? 'mission' : 'organisation'}
        onChange={value =>
          onChange(
            value === 'mission'
              ? { recipientKind: 'own_mission', recipientOrganisation: null }
              : { recipientKind: null, toOffice: null, handedOver: null },
          )
        }
      />
      {mission && field && (
        <FieldInput
          type="referral"
          name="toOffice"
          field={field}
          value={content.toOffice}
          onChange={value => onChange({ toOffice: value })}
        />
      )}
      {!mission && chosen && (
        <ul className="providers one">
          <ProviderLine
            provider={chosen}
            beside={
              <div>
                <Button
                  variant="default"
                  onClick={() => onChange({ recipientOrganisation: null, recipientKind: null })}
                >
                  {t('composer.another')}
                </Button>
              </div>
            }
          />
        </ul>
      )}
      {!mission && !chosen && isAnswered(content.need) && (
        <ProviderFinder
          key={plainText(content.need)}
          initial={wanted}
          beside={provider => (
            <div>
              <Button
                variant="default"
                aria-label={t('composer.chooseOf', { name: plainText(provider.content.name) })}
                onClick={() =>
                  onChange({
                    recipientOrganisation: provider.id,
                    recipientKind: recipientKindOf(provider.content),
                    toOffice: null,
                  })
                }
              >
                {t('composer.choose')}
              </Button>
            </div>
          )}
        />
      )}
      {!mission && !chosen && !isAnswered(content.need) && <p className="quiet">{t('composer.needFirst')}</p>}
    </fieldset>
  )
}

/** The directory begins with what is known: the service, the country of the office, whether a child, which sex. */
function useWanted(open: OpenCase, content: Content): ProviderWanted {
  const { all } = useOffices()
  const { sex } = open.file.person?.content ?? {}
  return {
    service: isAnswered(content.need) ? plainText(content.need) : undefined,
    age: readChild(open.file).child ? 'child' : undefined,
    sex: sex === 'female' || sex === 'male' ? sex : undefined,
    country: all.find(({ id }) => id === open.file.case.office)?.country ?? undefined,
  }
}
