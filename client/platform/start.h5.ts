import { greetPhone } from './bridge'
import { dressDocument } from './look'
import { open } from './navigation'

/** Taro's tabs are links to `javascript:;`, which a content security policy forbids; the tap itself is enough. */
function quietTabLinks(): void {
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('.weui-tabbar__item')) event.preventDefault()
    },
    true,
  )
}

/** In the web build: find out whether a sandbox phone is around the page, and open what it asks for. */
export const startPlatform = (): void => {
  dressDocument()
  quietTabLinks()
  void greetPhone((path) => {
    if (path.startsWith('/pages/')) open(path)
  })
}
