import { thinTemplate } from './thinTemplates.cjs'

const words = new Set(['scrollx', 'onscroll', 'hoverclass', 'arialabel'])

describe('the templates of the WeChat package', () => {
  it('keep what the app names and what Taro needs, with its numbers', () => {
    const full =
      '<template name="t"><scroll-view scroll-x="{{xs.b(i.p34,!1)}}" scroll-y="{{xs.b(i.p35,!1)}}" bindscroll="eh" binddragend="eh" ' +
      'refresher-background="{{i.p14||\'#FFF\'}}" aria-label="{{i.p3}}" style="{{i.st}}" class="{{i.cl}}" bindtap="eh" id="{{i.uid||i.sid}}" ' +
      'data-sid="{{i.sid}}"><template is="{{xs.a(c, item.nn, l)}}" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid"/></scroll-view></template>'
    expect(thinTemplate(full, words)).toBe(
      '<template name="t"><scroll-view scroll-x="{{xs.b(i.p34,!1)}}" bindscroll="eh" ' +
        'aria-label="{{i.p3}}" style="{{i.st}}" class="{{i.cl}}" bindtap="eh" id="{{i.uid||i.sid}}" ' +
        'data-sid="{{i.sid}}"><template is="{{xs.a(c, item.nn, l)}}" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid"/></scroll-view></template>',
    )
  })

  it('lose the space between elements and keep their ends', () => {
    expect(thinTemplate('<view>\n  <input value="{{i.p1}}" name="x"/>\n</view>\n', words)).toBe(
      '<view><input name="x"/></view>',
    )
  })

  it('keep text with signs in it as it is', () => {
    const text = '<view hover-class="{{i.p6||\'none\'}}" animation="{{i.p0}}">a > b</view>'
    expect(thinTemplate(text, words)).toBe('<view hover-class="{{i.p6||\'none\'}}">a > b</view>')
  })
})
