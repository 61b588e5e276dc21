import {
  chooseThreshold,
  leastThreshold,
  mostThreshold,
  type SmallNumbers as Chosen,
  smallNumbers,
  usualThreshold,
} from '#register/small-numbers.ts'
import { ChosenThreshold, SmallNumbers } from '../contract/reports.ts'
import { workRoute } from '../route.ts'

/** How small a number of persons may be in a text for the public: one choice for the whole organisation. */
export const smallNumberRoutes = [
  workRoute({
    method: 'GET',
    path: '/small-numbers',
    tag: 'figures',
    about: 'From which number on persons may be counted in a text for the public.',
    may: 'signed_in',
    reply: SmallNumbers,
    run: async (_, work) => withBounds(await smallNumbers(work)),
  }),

  workRoute({
    method: 'PUT',
    path: '/small-numbers',
    tag: 'figures',
    about: 'Chooses that number for the whole organisation, from now on. What is published stays as it is.',
    may: 'manage_offices',
    body: ChosenThreshold,
    reply: SmallNumbers,
    run: async ({ body }, work) => {
      await chooseThreshold(work, body.threshold)
      return withBounds(await smallNumbers(work))
    },
  }),
]

const withBounds = (chosen: Chosen) => ({
  ...chosen,
  least: leastThreshold,
  most: mostThreshold,
  usual: usualThreshold,
})
