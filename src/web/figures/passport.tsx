import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import type { Said } from './said.ts'

/** No number without its passport: never folded away, printed with the figure, part of every file. */
export function Passport({ said }: { said: Said }) {
  const t = useText()
  return (
    <section className="passport" aria-labelledby="passport-title">
      <h3 id="passport-title">{t('figures.passport')}</h3>
      <dl>
        {said.lines.map(({ key, name, said: sentences }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              {sentences.length === 1 && key !== 'caveats' ? (
                <bdi>{sentences[0]}</bdi>
              ) : (
                <ul>
                  {sentences.map(each => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('figures.passport.asOf')}</dt>
          <dd>
            <When at={said.asOf} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
