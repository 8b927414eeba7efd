import type { ContactCard } from '../../shared/contract'
import { HOUR_MS } from '../../shared/domain/time'
import { seen } from './host/app'
import { ask } from './host/sandboxPhone'
import { visits } from './host/visits'

const visit = visits()
const card = () => ask<ContactCard>('GET', `${visit.server.url}/api/contact`)
const said = (words: string) => seen(visit.app, () => visit.app.text().includes(words))

async function openContact(): Promise<void> {
  visit.app.launch('/pages/contact/index')
  await seen(visit.app, () => visit.app.find('#call-office'))
}

const stateOf = (open: boolean): string => (open ? '办公中' : '休息中')

describe('the contact card', () => {
  it('tells open or closed as the server does, even on a phone whose clock is wrong', async () => {
    const { status } = await card()
    const { now } = Date
    // so far off that by the phone's own clock it would be the other way round
    const ahead = Date.parse(status.changesAt ?? '') - now() + 60_000
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
    await openContact()
    await said(stateOf(status.open))
    expect(visit.app.text()).not.toContain(stateOf(!status.open))
  })

  it('follows the clock while nobody can be asked', async () => {
    const { status } = await card()
    await openContact()
    await said(stateOf(status.open))
    visit.restart()
    visit.app.setOnline(false)
    const { now } = Date
    const ahead = Date.parse(status.changesAt ?? '') - now() + 60_000
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
    await openContact()
    await said(stateOf(!status.open))
  })

  it('names a holiday, the hours of the days to come, and several numbers with a call for each', async () => {
    const told = await card()
    const today = new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10)
    visit.app.answerInstead('/api/contact', {
      statusCode: 200,
      data: {
        ...told,
        phones: [...told.phones, { label: '会员服务', number: '0756-3335678' }],
        specialDays: [{ date: today, kind: 'holiday', name: '国庆节' }],
      },
    })
    await openContact()
    await said('今天休息（国庆节）')
    expect(visit.app.text()).toContain('休息中')
    expect(visit.app.text()).toContain('近七天')
    const calls = [...visit.app.page().element.querySelectorAll('.contact-row__action')]
    expect(calls.filter((node) => node.textContent?.includes('拨打'))).toHaveLength(2)
  })

  it('is kept in the phone’s contacts', async () => {
    await openContact()
    visit.app.tap('保存到通讯录')
    await said('已保存到通讯录')
    expect(visit.called('addPhoneContact')[0]).toMatchObject({
      firstName: '珠海市社会工作协会',
      workPhoneNumber: '0756-2212827',
      workAddressStreet: '珠海市香洲区人民东路112号珠海市教育局2号楼103',
      workAddressPostalCode: '519000',
    })
  })

  it('says why it was not kept', async () => {
    visit.phone.ways = {
      addPhoneContact: () => Promise.reject({ errno: 103, errMsg: 'addPhoneContact:fail auth deny' }),
    }
    await openContact()
    visit.app.tap('保存到通讯录')
    await said('您没有允许使用手机通讯录')
    visit.app.tap('打开设置')
    await seen(visit.app, () => visit.called('openSetting').length === 1)
  })

  it('shows the building, and does without when there is no photo', async () => {
    await openContact()
    expect(visit.app.page().element.querySelector('.contact__photo')).not.toBeNull()
    visit.app.answerInstead('/api/contact', { statusCode: 200, data: { ...(await card()), photo: null } })
    visit.app.page().instance.onPullDownRefresh?.()
    await seen(visit.app, () => visit.app.page().element.querySelector('.contact__photo') === null)
  })

  it('says so when what came is no card', async () => {
    visit.app.answerInstead('/api/contact', { statusCode: 200, data: { phones: null } })
    visit.app.launch('/pages/contact/index')
    await said('没有加载成功')
  })
})

describe('the about page', () => {
  it('says what the old site’s footer said, and leads to privacy and the licence', async () => {
    await openContact()
    visit.app.tap('关于本小程序')
    await seen(visit.app, () => visit.app.pages().at(-1) === 'pages/about/index')
    for (const words of [
      '珠海市社会工作协会版权所有',
      '珠海市香洲区人民东路112号珠海市教育局2号楼103',
      '0756-2212827',
      '519000',
      '粤ICP备15065647号',
      '出格软件',
      '版本',
    ]) {
      await said(words)
    }
    visit.app.tap('查看')
    await said('Permission is hereby granted')
    visit.app.tap('查询')
    await seen(visit.app, () => visit.called('setClipboardData').length === 1)
    expect(visit.called('setClipboardData')[0]).toMatchObject({ data: 'https://beian.miit.gov.cn/' })
    visit.app.tap('隐私说明')
    await seen(visit.app, () => visit.app.pages().at(-1) === 'pages/privacy/index')
  })

  it('names the association without a network too, and says what is missing', async () => {
    visit.app.setOnline(false)
    visit.app.launch('/pages/about/index')
    await said('网络连接不上')
    expect(visit.app.text()).toContain('珠海市社会工作协会')
    visit.app.setOnline(true)
    visit.app.tap('重试')
    await said('粤ICP备15065647号')
  })
})
