import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { STORED_DATA } from '../shared/domain/storedData'

const root = join(__dirname, '..')
const handbook = readFileSync(join(root, 'docs/operators/launch.md'), 'utf8')
const association = JSON.parse(readFileSync(join(root, 'config/association.json'), 'utf8')) as Record<
  string,
  unknown
> & {
  templates: { kind: string; title: string; fields: { key: string; label: string }[] }[]
}

describe('the handbook of the launch', () => {
  it.each(association.templates)('names the template $title with its fields as they are sent', (template) => {
    const row = handbook.split('\n').find((line) => line.includes(`\`${template.kind}\``) && line.startsWith('|'))
    expect(row).toContain(template.title)
    const cells = template.fields.map(({ key, label }) => `\`${key}\` ${label}`).join('、')
    expect(row).toContain(cells)
  })

  it('lists for the privacy guide what is kept about a member, and no more', () => {
    const [, after = ''] = handbook.split('| 保存的内容')
    const [table = ''] = after.split('\n\n')
    const listed = [...table.matchAll(/^\| (\S+)/gm)]
      .map(([, title]) => title)
      .filter((title = '') => !/^-+$/.test(title))
    expect(listed.sort()).toEqual(
      Object.values(STORED_DATA)
        .map(({ title }) => title)
        .sort(),
    )
  })

  it('tells of every part of the association’s file', () => {
    expect(Object.keys(association).filter((part) => !handbook.includes(`| \`${part}\``))).toEqual([])
  })
})
