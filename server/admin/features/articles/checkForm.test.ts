import { emptyForm } from './articleForm'
import { checkForm, fromServer, unshown } from './checkForm'

describe('a form before it is sent', () => {
  it('needs a title and a channel even as a draft, and a body to be published', () => {
    const form = emptyForm('', '协会')
    expect(Object.keys(checkForm(form, false, false))).toEqual(['title', 'channel'])
    expect(checkForm(form, false, true)).toHaveProperty('bodyHtml', '请填写正文。')
  })

  it('does not ask for event fields outside channels of events', () => {
    expect(checkForm({ ...emptyForm('notices', '协会'), title: '通知' }, false, false)).toEqual({})
  })
})

describe('problems that the server names', () => {
  it('find their fields though a save wraps the article', () => {
    expect(fromServer({ 'article.event.endsAt': 'x', title: 'y' })).toEqual({ 'event.endsAt': 'x', title: 'y' })
  })

  it('are said in one place when no field shows them', () => {
    expect(unshown({ title: 'a', event: '需要活动时间', 'notice.values.thing1': 'c' })).toEqual(['需要活动时间'])
  })
})
