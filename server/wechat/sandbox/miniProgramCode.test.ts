import sharp from 'sharp'
import { startSandbox, stopSandboxes } from './testSandbox'

afterEach(stopSandboxes)

async function house() {
  const { token, post, control } = await startSandbox()
  const { access_token: valid } = await token()
  const order = (body: object, accessToken = valid) =>
    post(`/sandbox/wechat/wxa/getwxacodeunlimit?access_token=${accessToken}`, body)
  const refusal = async (body: object, accessToken?: string) =>
    ((await (await order(body, accessToken)).json()) as { errcode: number }).errcode
  return { order, refusal, control }
}

const SCENE = '01kaabcdefghjkmnpqrstvwxyz'

test('draws a code for a scene, always the same one, and another for another', async () => {
  const { order } = await house()
  const draw = async (scene: string) =>
    Buffer.from(await (await order({ scene, page: 'pages/article/index' })).arrayBuffer())
  const [first, again, other] = [await draw(SCENE), await draw(SCENE), await draw('01kaabcdefghjkmnpqrstvwxy0')]
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 430, height: 430 })
  expect(first.equals(again)).toBe(true)
  expect(first.equals(other)).toBe(false)
})

test('refuses by the API’s own codes', async () => {
  const { refusal } = await house()
  expect(await refusal({ scene: 'x'.repeat(33) })).toBe(40169)
  expect(await refusal({ scene: '会员' })).toBe(40169)
  expect(await refusal({ scene: SCENE, page: '/pages/article/index' })).toBe(40159)
  expect(await refusal({ scene: SCENE, page: 'pages/none/index' })).toBe(41030)
  expect(await refusal({ scene: SCENE, width: 100 })).toBe(40097)
  expect(await refusal({ scene: SCENE }, 'x'.repeat(80))).toBe(40001)
  expect(await refusal({ scene: SCENE, page: 'pages/none/index', check_path: false }).catch(() => 0)).toBe(0)
})
