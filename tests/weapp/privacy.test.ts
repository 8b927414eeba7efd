import type { MemberExport } from '../../shared/contract'
import { STORED_DATA } from '../../shared/domain/storedData'
import { PHONE_DATA } from '../../client/features/privacy/phoneData'
import { seen } from './host/app'
import { visits } from './host/visits'

const visit = visits()

async function subscribe(): Promise<void> {
  const { app } = visit
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  app.tap('#ask-all')
  await seen(app, () => app.text().split('剩余 1 次提醒').length === 4)
}

async function openPrivacy(): Promise<void> {
  visit.app.launch('/pages/privacy/index')
  await seen(visit.app, () => visit.app.find('清除我的数据'))
}

it('tells every kind of data with its purpose, and logs nobody in who only reads it', async () => {
  const { app } = visit
  app.launch('/pages/privacy/index')
  await seen(app, () => app.find('登录并查看'))
  for (const { title, purpose, retention } of Object.values(STORED_DATA)) {
    for (const words of [title, purpose, retention]) expect(app.text()).toContain(words)
  }
  expect(visit.called('login')).toEqual([])
  app.tap('登录并查看')
  await seen(app, () => app.text().includes('现有 0 条'))
  expect(visit.called('login')).toHaveLength(1)
})

it('counts what is kept, records the consent, and takes it back with the consequence told first', async () => {
  await subscribe()
  await openPrivacy()
  const { app } = visit
  expect(app.text()).toContain('现有 3 条')
  expect(app.text()).toContain('您还没有表示同意')
  app.tap('我已阅读并同意')
  await seen(app, () => /您于 \d+年\d+月\d+日 \d\d:\d\d 同意了/.test(app.text()))
  app.tap('撤回我的同意')
  await seen(app, () => app.text().includes('撤回后，全部提醒会关闭'))
  app.tap('暂不')
  await seen(app, () => app.find('撤回我的同意'))
  app.tap('撤回我的同意')
  await seen(app, () => app.find('确认撤回'))
  app.tap('确认撤回')
  await seen(app, () => app.text().includes('您还没有表示同意'))
  app.launch('/pages/alerts/index')
  await seen(app, () => app.text().split('已关闭，剩余次数为您保留。').length === 4)
})

it('writes the export into a file that can be handed on, and copies it as text', async () => {
  await subscribe()
  await openPrivacy()
  const { app } = visit
  app.tap('导出我的数据')
  await seen(app, () => app.find('发送到聊天'))
  const [[path, text]] = [...app.files] as [[string, string]]
  expect(path).toMatch(/\/我的数据-\d{4}-\d\d-\d\d\.json$/)
  const everything = JSON.parse(text) as MemberExport
  expect(everything.topics).toHaveLength(3)
  expect(everything.answers.length).toBeGreaterThanOrEqual(3)
  expect(text).not.toContain('openid')
  app.tap('发送到聊天')
  await seen(app, () => visit.called('shareFileMessage')[0]?.['filePath'] === path)
  app.tap('复制为文字')
  await seen(app, () => visit.called('setClipboardData')[0]?.['data'] === text)
})

it('erases the member and the phone after asking, and the next login is a new member', async () => {
  await subscribe()
  await openPrivacy()
  const { app } = visit
  const token = app.storage.get('session:token')
  app.tap('导出我的数据')
  await seen(app, () => app.files.size === 1)
  app.tap('清除我的数据')
  await seen(app, () => app.text().includes('清除后无法恢复'))
  expect(visit.requested('/api/me')).toBe(2)
  app.tap('确认清除')
  await seen(app, () => app.text().includes('您的数据已清除'))
  expect([...app.storage.keys()]).toEqual([])
  expect([...app.files.keys()]).toEqual([])
  app.launch('/pages/alerts/index')
  await seen(app, () => app.find('#ask-all'))
  expect(app.text().split('剩余 0 次提醒')).toHaveLength(4)
  expect(app.storage.get('session:token')).not.toBe(token)
})

it('erases nothing when the server cannot be reached, and says so', async () => {
  await subscribe()
  await openPrivacy()
  const { app } = visit
  const kept = app.storage.size
  app.setOnline(false)
  app.tap('清除我的数据')
  await seen(app, () => app.find('确认清除'))
  app.tap('确认清除')
  await seen(app, () => visit.called('showToast').some(({ title }) => String(title).includes('网络连接不上')))
  expect(app.storage.size).toBe(kept)
  expect(app.text()).not.toContain('您的数据已清除')
})

it('lets nobody agree to a text that is newer than the one shown', async () => {
  await subscribe()
  const { app } = visit
  app.answerInstead('/api/me', {
    statusCode: 200,
    data: {
      id: 'a',
      createdAt: '2026-11-23T06:30:00.000Z',
      lastSeenAt: '2026-11-23T06:30:00.000Z',
      consent: { current: '2099-01-01', given: null },
      stored: { topics: 0, answers: 0, deliveries: 0, eventChoices: 0, sessions: 1 },
    },
  })
  await openPrivacy()
  expect(app.text()).toContain('隐私说明已更新为 2099-01-01 版')
  expect(() => app.find('我已阅读并同意')).toThrow()
})

it('keeps nothing on the phone that the privacy page does not name', async () => {
  await subscribe()
  const { app } = visit
  app.launch(`/pages/search/index?q=${encodeURIComponent('星空')}`)
  await seen(app, () => app.page().element.querySelector('.hit__mark'))
  app.tap('亲子')
  await seen(app, () => app.pages().at(-1) === 'pages/article/index' && app.underway() === 0)
  const prefixes = PHONE_DATA.flatMap(({ keys }) => keys)
  const unnamed = [...app.storage.keys()].filter((key) => !prefixes.some((prefix) => key.startsWith(prefix)))
  expect(unnamed).toEqual([])
})

it('needs no login for what is the member’s own, and asks for nothing', async () => {
  const { app } = visit
  app.launch('/pages/mine/index')
  await seen(app, () => app.text().includes('收到的通知'))
  for (const name of ['收藏', '隐私说明', '关于我们', '联系协会']) expect(app.text()).toContain(name)
  expect(visit.called('login')).toEqual([])
  expect(visit.called('request')).toEqual([])
  app.tap('隐私说明')
  await seen(app, () => app.pages().at(-1) === 'pages/privacy/index')
})
