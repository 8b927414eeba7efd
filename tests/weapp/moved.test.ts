import { eventInput } from '../support/factories'
import { seen } from './host/app'
import { openDesk, type Publishing } from './host/publishing'
import { visits } from './host/visits'

const visit = visits()
const WORDS = '时间地点有变更'
let desk: Publishing
beforeAll(async () => {
  desk = await openDesk(visit.server)
})

const said = (words: string) => seen(visit.app, () => visit.app.text().includes(words) && visit.app.underway() === 0)

it('an event that staff move is told as moved on the first screen, in the list and on its page, to everybody', async () => {
  const event = eventInput()
  const title = '社工督导沙龙'
  const published = await desk.publish({ channel: 'events', title, event })
  const { app } = visit
  app.launch('/pages/channel/index?slug=events')
  await said(title)
  expect(app.text()).not.toContain(WORDS)
  await desk.save(published, { channel: 'events', title, event: { ...event, venue: '香洲文化馆' } })
  visit.restart()
  visit.app.launch('/pages/channel/index?slug=events')
  await said(WORDS)
  visit.app.close()
  visit.app.launch('/pages/home/index')
  await said(WORDS)
  visit.app.close()
  visit.app.launch(`/pages/article/index?id=${published.id}`)
  await said(WORDS)
  expect(visit.app.text()).toContain('变更，请以本页为准')
})

it('an event that was moved and is cancelled is told as cancelled alone', async () => {
  const event = eventInput()
  const article = { channel: 'events', title: '读书会', event }
  const published = await desk.publish(article)
  await desk.save(published, { ...article, event: { ...event, venue: '香洲文化馆', decision: 'cancelled' } })
  visit.app.launch(`/pages/article/index?id=${published.id}`)
  await said('本次活动已取消')
  expect(visit.app.text()).not.toContain(WORDS)
})
