import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SERVER = join(__dirname, '../../server')

const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file) && !/^store\/(?:migrations|entities)\//.test(file),
)

test('no code changes or removes what stands in the audit log, and one place adds to it', () => {
  const writes = /(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO|TRUNCATE(?: TABLE)?)\s+audit_(?:entry|chain)/i
  const orm = /\.(?:insert|update|delete|save|upsert|remove|softDelete|clear)\(\s*Audit(?:Chain)?Entity/
  const found = sources.filter((file) => {
    const text = readFileSync(join(SERVER, file), 'utf8')
    return writes.test(text) || orm.test(text)
  })
  expect(found).toEqual(['store/repositories/audit.ts'])
  const text = readFileSync(join(SERVER, 'store/repositories/audit.ts'), 'utf8')
  expect(text).not.toMatch(/(?:update|delete|save|upsert|remove)\(\s*AuditEntity/)
  expect(text).not.toMatch(/(?:UPDATE|DELETE FROM)\s+audit_entry/i)
})
