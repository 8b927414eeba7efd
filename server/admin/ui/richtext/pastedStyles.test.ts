/** @jest-environment jsdom */
import { withStylesAsElements } from './pastedStyles'

describe('a text pasted from an office program', () => {
  it('keeps bold, italics and lines that were written as styles', () => {
    expect(withStylesAsElements('<p><span style="font-weight:700;color:red">重要</span></p>')).toBe(
      '<p><span><strong>重要</strong></span></p>',
    )
    expect(withStylesAsElements('<p><span style="font-style:italic;text-decoration:underline">注</span></p>')).toBe(
      '<p><span><u><em>注</em></u></span></p>',
    )
  })

  it('is not all bold because its wrapper says so and takes it back', () => {
    expect(withStylesAsElements('<b style="font-weight:normal;" id="docs-internal-guid-1"><p>正文</p></b>')).toBe(
      '<p>正文</p>',
    )
  })

  it('keeps the place of a signature', () => {
    expect(withStylesAsElements("<p class=MsoNormal style='text-align:right'>协会</p>")).toBe(
      '<p class="MsoNormal" align="right">协会</p>',
    )
  })

  it('has its first-level heading one level lower, below the title of the article', () => {
    expect(withStylesAsElements('<h1 style="font-weight:bold">通知</h1><h6>附</h6>')).toBe('<h2>通知</h2><h4>附</h4>')
  })

  it('may speak of style="…" in its words', () => {
    expect(withStylesAsElements('<p>写法：style="a" 与 x &lt; y</p>')).toContain('style="a"')
  })
})
