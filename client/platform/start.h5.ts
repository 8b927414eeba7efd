import { greetPhone } from './bridge'
import { open } from './navigation'

/** In the web build: find out whether a sandbox phone is around the page, and open what it asks for. */
export const startPlatform = (): void => {
  void greetPhone((path) => {
    if (path.startsWith('/pages/')) open(path)
  })
}
