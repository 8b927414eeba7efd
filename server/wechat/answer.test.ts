import { readAnswer, readMsgid } from './answer'

const answer = (text: string, status = 200) => readAnswer({ kind: 'answer', status, text })

describe('WeChat’s answer', () => {
  it('keeps a message id beyond 2^53 digit by digit', () => {
    const text = '{"errcode":0,"errmsg":"ok","msgid":2985398273495931652}'
    expect(answer(text)).toMatchObject({ errcode: 0, msgid: '2985398273495931652' })
    expect(String((JSON.parse(text) as { msgid: number }).msgid)).not.toBe('2985398273495931652')
  })

  it('takes a message id as text too, and is not misled by words', () => {
    expect(readMsgid('{ "msgid" : "12345" }')).toBe('12345')
    expect(readMsgid('{"errmsg":"a \\"msgid\\":99, of another","msgid":7}')).toBe('7')
    expect(readMsgid('{"errcode":0}')).toBeNull()
  })

  it.each([
    ['a gateway’s status', '{"errcode":0}', 502],
    ['a page', '<html>网络认证</html>', 200],
    ['half an answer', '{"errcode":0,"errm', 200],
    ['a list', '[]', 200],
    ['nothing', '', 200],
    ['a code that is none', '{"errcode":"0"}', 200],
  ])('%s proves nothing', (_what, text, status) => expect(answer(text, status)).toBeNull())
})
