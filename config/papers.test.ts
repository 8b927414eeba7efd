import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { endpoints } from '../shared/contract'
import { SECRETS, VARIABLES } from './environmentVariables'

const root = join(__dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const papers = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** Relative targets of Markdown links, without anchors. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:|#|tel:|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target)

describe.each(['README.md', 'README.zh-CN.md', 'docs/operators/environment.md'])('%s', (path) => {
  it('names every variable that the product reads', () => {
    const text = read(path)
    expect(Object.keys(VARIABLES).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})

it('tells operators which values may come from a file', () => {
  const text = read('docs/operators/environment.md').split('密钥写在文件里')[1] ?? ''
  expect(SECRETS.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

it.each(papers)('%s links only to what is there', (path) => {
  const missing = linksOf(read(path)).filter((target) => !existsSync(join(root, dirname(path), target)))
  expect(missing).toEqual([])
})

it('speaks of addresses that the contract lists', () => {
  const known = new Set(Object.keys(endpoints).map((key) => key.split(' ')[1]))
  // outside the contract: what WeChat calls, and the contract's own description
  const besides = ['/api/wechat/callback', '/api/openapi.json']
  const named = papers.flatMap((path) => [...read(path).matchAll(/`(?:GET |POST |PUT |DELETE )?(\/api\/[\w/{}.-]+)`/g)])
  expect(named.map(([, address]) => address).filter((a = '') => !known.has(a) && !besides.includes(a))).toEqual([])
})
