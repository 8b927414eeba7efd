import { DrawnCodes, pathOf } from './drawnCodes'

describe('the codes that a phone of the stand-in can scan', () => {
  it('are the last ones that were drawn, each once, newest first', () => {
    const codes = new DrawnCodes(() => 0)
    for (let number = 1; number <= 14; number += 1) codes.add({ scene: `s${number}`, page: 'pages/article/index' })
    codes.add({ scene: 's7', page: 'pages/article/index' })
    const scenes = codes.list().map(({ scene }) => scene)
    expect(scenes.slice(0, 3)).toEqual(['s7', 's14', 's13'])
    expect(scenes).toHaveLength(12)
    expect(new Set(scenes).size).toBe(12)
  })

  it('open their page with the scene in percent signs, or the first page', () => {
    const codes = new DrawnCodes(() => 0)
    codes.add({ scene: 'a=1&b', page: 'pages/binding/index' })
    codes.add({ scene: 'x', page: '' })
    expect(codes.list().map((code) => pathOf(code, 'pages/home/index'))).toEqual([
      'pages/home/index?scene=x',
      'pages/binding/index?scene=a%3D1%26b',
    ])
  })
})
