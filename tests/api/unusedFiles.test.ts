import { mkdir, readdir, rename, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attachment, Media, StaffArticle } from '../../shared/contract'
import { MIDDLE, WHOLE } from '../../shared/domain/pictureCut'
import { BIN_DAYS } from '../../shared/domain/bin'
import { DAY_MS } from '../../shared/domain/time'
import type { Database } from '../../server/store/database'
import { runDailyJob } from '../support/dailyJob'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { drawPicture } from '../support/pictures'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const card = ({ id, name, bytes }: Attachment): string =>
  `<p>附件：</p><aside data-file="${id}" data-name="${name}" data-bytes="${bytes}"></aside>`

describe.each(availableDatabases)('files that nothing uses, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeEach(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterEach(() => server.stop())

  const send = async <T>(path: string, content: Buffer, name: string) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), name)
    return (await admin.call<T>('POST', path, { form })).body
  }
  const attach = (name = '报名表.pdf') => send<Attachment>('/api/admin/attachments', PDF, name)
  const upload = async () => send<Media>('/api/admin/media', await drawPicture(400, 300), '码头.png')
  const cutOf = async ({ id }: Media) => {
    const json = { crop: WHOLE, focus: MIDDLE }
    return (await admin.call<Media>('POST', `/api/admin/media/${id}/cuts`, { json })).body
  }
  const save = async ({ id, version }: StaffArticle, article: object) =>
    (await admin.call<StaffArticle>('PUT', `/api/admin/articles/${id}`, { json: { version, article } })).body
  const remove = ({ id, version }: StaffArticle) =>
    admin.call('POST', `/api/admin/articles/${id}/bin`, { json: { version } })
  /** Ids of whatever lies in the folder of uploads, with how many files each has. */
  const lying = async () => {
    const names = await readdir(join(server.dataFolder, 'uploads'))
    const ids = names.flatMap((name) => /^[0-9a-z]{26}(?=\.)/.exec(name) ?? [])
    return Object.fromEntries(ids.map((id) => [id, ids.filter((other) => other === id).length]))
  }
  const audited = async (action: string) => {
    const rows = await server.database.read.query<{ subject_id: string }[]>(
      'SELECT subject_id FROM audit_entry WHERE action = ? AND staff_id IS NULL',
      [action],
    )
    return rows.map(({ subject_id: id }) => id)
  }
  const later = (days: number) => () => server.clock.now() + days * DAY_MS

  test('an article that is removed for good takes its attachments and cuts along, and no others', async () => {
    const [own, shared, dropped] = [await attach('自己的.pdf'), await attach('共用的.pdf'), await attach('换掉的.pdf')]
    const [picture, other] = [await upload(), await upload()]
    const [cover, spare, otherCut] = [await cutOf(picture), await cutOf(picture), await cutOf(other)]
    const first = await keepDraft(admin, articleInput({ bodyHtml: card(dropped), coverId: spare.id }))
    const second = await save(first, articleInput({ bodyHtml: card(own) + card(shared), coverId: cover.id }))
    await keepDraft(admin, articleInput({ title: '也用到', bodyHtml: card(shared), coverId: otherCut.id }))
    await remove(second)
    expect((await admin.call('DELETE', `/api/admin/bin/${first.id}`)).status).toBe(200)
    expect(await lying()).toEqual({ [shared.id]: 1, [other.id]: 3, [otherCut.id]: 4 })
    for (const [{ id }, status] of [
      [own, 404],
      [dropped, 404],
      [shared, 200],
    ] as const) {
      expect((await fetch(`${server.url}/files/${id}`)).status).toBe(status)
    }
  })

  // Fails when the look at articles, at earlier saves, or at the bin is taken out.
  test('after a time what no article ever used is gone; what one uses, used or may use again stays', async () => {
    const [never, inText, before, binned] = [await attach(), await attach(), await attach(), await attach()]
    const [picture, unused] = [await upload(), await upload()]
    const [neverCut, cover, coverBefore, binnedCut] = [
      await cutOf(picture),
      await cutOf(picture),
      await cutOf(picture),
      await cutOf(picture),
    ]
    const first = await keepDraft(admin, articleInput({ bodyHtml: card(before), coverId: coverBefore.id }))
    const second = await save(first, articleInput({ bodyHtml: card(inText), coverId: cover.id }))
    const deleted = await keepDraft(admin, articleInput({ bodyHtml: card(binned), coverId: binnedCut.id }))
    await remove(deleted)
    await server.database.write((manager) =>
      manager.query('UPDATE article SET binned_at = binned_at + ? WHERE id = ?', [BIN_DAYS * DAY_MS, deleted.id]),
    )
    const all = await lying()
    await runDailyJob(server, later(29))
    expect(await lying()).toEqual(all)

    await runDailyJob(server, later(31))
    const { [never.id]: _attachment, [neverCut.id]: _cut, ...rest } = all
    expect(await lying()).toEqual(rest)
    expect(rest).toHaveProperty(unused.id)
    expect([await audited('attachment.purge'), await audited('media.purge')]).toEqual([[never.id], [neverCut.id]])
    expect((await fetch(`${server.url}/files/${inText.id}`)).status).toBe(200)
    const { body } = await admin.call<StaffArticle>('GET', `/api/admin/articles/${second.id}`)
    expect((await fetch(server.url + (body.cover?.url ?? ''))).status).toBe(200)
  })

  test('what is used today and by nothing later is looked at again', async () => {
    const file = await attach()
    const draft = await keepDraft(admin, articleInput({ bodyHtml: card(file) }))
    await runDailyJob(server, later(31))
    // what staff cannot do by hand: every save that named it is pruned
    await server.database.write(async (manager) => {
      await manager.query("UPDATE article SET body_html = '<p></p>' WHERE id = ?", [draft.id])
      await manager.query('DELETE FROM article_revision WHERE article_id = ?', [draft.id])
    })
    await runDailyJob(server, later(33))
    expect(await lying()).toHaveProperty(file.id)
    await runDailyJob(server, later(62))
    expect(await lying()).toEqual({})
  })

  // Fails when the second look, in the transaction of the removal, is taken out.
  test('who takes up an old file at the moment of its removal keeps it', async () => {
    const [file, picture] = [await attach(), await upload()]
    const cover = await cutOf(picture)
    let isTaken = false
    const meddled = Object.create(server.database, {
      write: {
        value: async (work: Parameters<Database['write']>[0]) => {
          if (!isTaken) await keepDraft(admin, articleInput({ bodyHtml: card(file), coverId: cover.id }))
          isTaken = true
          return server.database.write(work)
        },
      },
    }) as Database
    const all = await lying()
    await runDailyJob(server, later(31), meddled)
    expect(isTaken).toBe(true)
    expect(await lying()).toEqual(all)
    expect((await fetch(`${server.url}/files/${file.id}`)).status).toBe(200)
  })

  test('a file that could not be removed with its row is removed by the daily job', async () => {
    const [file, picture] = [await attach(), await upload()]
    const draft = await keepDraft(admin, articleInput({ bodyHtml: card(file), coverId: picture.id }))
    await remove(draft)
    // a folder in a file's place cannot be removed like a file
    const path = join(server.dataFolder, 'uploads', `${file.id}.attachment`)
    await rename(path, `${path}.aside`)
    await mkdir(path)
    expect((await admin.call('DELETE', `/api/admin/bin/${draft.id}`)).status).toBe(500)
    await rmdir(path)
    await rename(`${path}.aside`, path)
    await runDailyJob(server, later(1))
    expect(await lying()).toEqual({})
  })
})
