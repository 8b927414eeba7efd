import { keptTables, LEFT_OUT } from '../../server/store/backup/tables'
import { openDatabase } from '../../server/store/open'
import { createUploadsBucket } from '../../server/store/uploadsBucket'
import { startBucket } from '../support/bucket'
import { askOn, backUp, backupScene, fillEveryTable, putBack, rowsAsText, type BackupScene } from '../support/backups'
import { availableDatabases, createFreshDatabase, openFreshDatabase, type DatabaseKind } from '../support/databases'
import { tablesOf } from '../support/everyRow'

let scene: BackupScene
beforeEach(async () => {
  scene = await backupScene()
})
afterEach(() => scene.clean())

/** Told by the restore itself, besides what was in the backup. */
const ADDS = ['audit_entry', 'setting']

const ways = availableDatabases.flatMap((from) =>
  availableDatabases.map((to): [DatabaseKind, DatabaseKind] => [from, to]),
)

test.each(ways)('a backup of %s put back into an empty %s equals it, row by row and byte by byte', async (from, to) => {
  const source = await openFreshDatabase(from)
  const target = await createFreshDatabase(to)
  try {
    await fillEveryTable(source.database)
    const files = new Map([
      ['01abc.webp', Buffer.from([0, 10, 91, 255, 10])],
      ['01abc-small.webp', Buffer.alloc(700_000, 7)],
      ['empty.pdf', Buffer.alloc(0)],
    ])
    for (const [name, content] of files) await scene.uploads.keep(name, content)
    const written = await backUp(source.url, scene.uploads, scene.path(), 'a passphrase of the house')
    const uploads = await scene.otherUploads()
    const restored = await putBack(target.url, uploads, scene.path(), { passphrase: 'a passphrase of the house' })
    expect({ tables: restored.tables, files: restored.files }).toEqual({ tables: written.tables, files: 3 })

    const copy = await openDatabase(target.url)
    try {
      const tables = await keptTables(askOn(source.database), source.database.isMysql)
      expect(tables.length).toBeGreaterThan(25)
      const differing: string[] = []
      for (const { name, columns } of tables.filter((table) => table.name !== 'audit_chain')) {
        const before = await rowsAsText(source.database, name, columns)
        const after = await rowsAsText(copy, name, columns)
        const isSame = ADDS.includes(name)
          ? before.every((row) => after.includes(row))
          : JSON.stringify(before) === JSON.stringify(after)
        if (!isSame) differing.push(name)
      }
      expect(differing).toEqual([])
    } finally {
      await copy.close()
    }
    for (const [name, content] of files) expect((await uploads.read(name))?.equals(content)).toBe(true)
  } finally {
    await source.close()
    await target.drop()
  }
})

test.each(availableDatabases)('every table of %s is kept in a backup or is said to be left out', async (kind) => {
  const { database, close } = await openFreshDatabase(kind)
  try {
    const all = (await tablesOf(database)).filter((name) => !name.startsWith('search_token'))
    const kept = (await keptTables(askOn(database), database.isMysql)).map(({ name }) => name)
    expect(all.filter((name) => !kept.includes(name) && !Object.hasOwn(LEFT_OUT, name))).toEqual([])
    expect(kept.filter((name) => Object.hasOwn(LEFT_OUT, name))).toEqual([])
  } finally {
    await close()
  }
})

test('pictures of a bucket are in a backup, and are put back into another bucket', async () => {
  const source = await openFreshDatabase('sqlite')
  const buckets = [await startBucket(), await startBucket()]
  const target = await createFreshDatabase('sqlite')
  try {
    const [from, to] = buckets.map(({ endpoint, name, accessKeyId, secretAccessKey }) =>
      createUploadsBucket({
        ...{ endpoint: `${endpoint}/${name}`, region: 'us-east-1', prefix: 'site/', accessKeyId, secretAccessKey },
      }),
    )
    if (from === undefined || to === undefined) throw new Error('there are two')
    const content = Buffer.from('a picture')
    await from.keep('01abc.webp', content)
    await backUp(source.url, from, scene.path())
    await putBack(target.url, to, scene.path())
    expect((await to.read('01abc.webp'))?.equals(content)).toBe(true)
  } finally {
    await source.close()
    await target.drop()
    await Promise.all(buckets.map((bucket) => bucket.close()))
  }
})
