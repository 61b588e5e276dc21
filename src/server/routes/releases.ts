import type { Permissions } from '#access/permission.ts'
import { ctdcSchema } from '#disclosure/ctdc-schema.ts'
import type { Desk } from '#register/desk.ts'
import {
  approvalsNeeded,
  approveRelease,
  askRelease,
  endRelease,
  releaseById,
  releaseFile,
  type ReleaseRow,
  releases,
} from '#register/releases.ts'
import {
  AskRelease,
  ByReleaseFile,
  Release,
  type ReleaseAsked,
  ReleaseChoices,
  ReleasePreview,
  releaseSchemas,
  Releases,
} from '../contract/releases.ts'
import { ById, Bytes } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { doingOf, previewOf, startPreview, startPublishing } from '../release-jobs.ts'
import { standingIn } from '../release-make.ts'
import { type Door, deskRoute } from '../route.ts'

/** Releases of coded facts: asked for, looked at, approved by two, published. Whoever may must see the whole register. */
export const releaseRoutes = [
  deskRoute({
    method: 'GET',
    path: '/releases',
    tag: 'figures',
    about: 'Releases that were asked for, the newest first, and what became of them.',
    may: 'publish_release',
    reply: Releases,
    run: async (_, desk) => {
      seesAll(desk.permissions)
      return { items: (await releases<ReleaseAsked>(desk)).map(row => viewOf(desk, row)) }
    },
  }),

  deskRoute({
    method: 'GET',
    path: '/releases/choices',
    tag: 'figures',
    about: 'What a release can be made of, and what of this year’s budget is spent.',
    may: 'publish_release',
    reply: ReleaseChoices,
    run: async (_, { register, permissions }, door) => {
      seesAll(permissions)
      return {
        schemas: releaseSchemas.map(name => ({
          name,
          columns: ctdcSchema(name, register.now().getUTCFullYear(), register.dictionary()).columns.map(
            each => each.name,
          ),
        })),
        ...(await standingIn(folderOf(door), register)),
      }
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/releases',
    tag: 'figures',
    about: 'Asks for a release. Nothing is made of it before two people have approved it.',
    may: 'publish_release',
    body: AskRelease,
    reply: Release,
    run: async ({ body }, desk) => {
      seesAll(desk.permissions)
      await askRelease(desk, body)
      return found(desk, body.id)
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/releases/:id/preview',
    tag: 'figures',
    about: 'Begins a preview: such a release is made for nobody and held against the persons. For inside only.',
    may: 'publish_release',
    params: ById,
    reply: ReleasePreview,
    run: async ({ params }, desk) => {
      const { asked } = await found(desk, params.id)
      if (doingOf(desk.register, params.id) === null && !startPreview(desk.register, params.id, asked))
        throw new Refused('too_many', { retryAfter: 10 })
      return previewOf(desk.register, params.id)
    },
  }),

  deskRoute({
    method: 'GET',
    path: '/releases/:id/preview',
    tag: 'figures',
    about: 'How far a preview is, and what it found.',
    may: 'publish_release',
    params: ById,
    reply: ReleasePreview,
    run: async ({ params }, desk) => {
      await found(desk, params.id)
      return previewOf(desk.register, params.id)
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/releases/:id/approve',
    tag: 'figures',
    about: 'Says yes to a release, after its preview. With the second yes it is made, charged and published.',
    may: 'publish_release',
    params: ById,
    reply: Release,
    run: async ({ params }, desk, door) => {
      const folder = folderOf(door)
      const { state, asked } = await found(desk, params.id)
      if (state !== 'asked') throw new Refused('stale')
      if (previewOf(desk.register, params.id).state !== 'ready')
        throw new Refused('invalid', { problems: [{ code: 'release_unseen' }] })
      if ((await approveRelease(desk, params.id)) >= approvalsNeeded)
        startPublishing(desk.register, params.id, asked, folder)
      return found(desk, params.id)
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/releases/:id/withdraw',
    tag: 'figures',
    about: 'Takes a release back that was not made yet.',
    may: 'publish_release',
    params: ById,
    reply: Release,
    run: async ({ params }, desk) => {
      // What is being made may have been charged already.
      if ((await found(desk, params.id)).doing?.what === 'publish') throw new Refused('stale')
      if (!(await endRelease(desk.register, params.id, { state: 'withdrawn' }))) throw new Refused('stale')
      return found(desk, params.id)
    },
  }),

  deskRoute({
    method: 'GET',
    path: '/releases/:id/files/:name',
    tag: 'figures',
    about: 'A file of a published release.',
    may: 'publish_release',
    params: ByReleaseFile,
    reply: Bytes,
    file: 'application/octet-stream',
    run: async ({ params }, desk, door) => {
      seesAll(desk.permissions)
      const file = await releaseFile(desk, params.id, params.name)
      if (!file) throw new Refused('not_found')
      door.attach({ name: params.name, contentType: file.mediaType })
      return file.bytes
    },
  }),
]

function seesAll(permissions: Permissions): void {
  if (!permissions.reach('publish_release').all) throw new Refused('invalid', { problems: [{ code: 'release_all' }] })
}

function folderOf({ settings }: Door): string {
  if (settings.releases === null) throw new Refused('invalid', { problems: [{ code: 'release_nowhere' }] })
  return settings.releases
}

async function found(desk: Desk, id: string) {
  seesAll(desk.permissions)
  const row = await releaseById<ReleaseAsked>(desk, id)
  if (!row) throw new Refused('not_found')
  return viewOf(desk, row)
}

function viewOf({ actor, register }: Desk, { approvals, ...row }: ReleaseRow<ReleaseAsked>) {
  return {
    ...row,
    approvals: approvals.map(({ by, at }) => ({ by, at })),
    needed: Math.max(0, approvalsNeeded - approvals.length),
    mine: approvals.some(({ account }) => account === actor.id),
    doing: doingOf(register, row.id),
  }
}
