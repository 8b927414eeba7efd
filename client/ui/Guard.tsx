import { Component, type ComponentType, type ReactNode } from 'react'
import { dropAnswers } from '../platform/cache'
import { open } from '../platform/navigation'
import { PAGES } from '../routes'
import { Blank } from './Blank'
import { Screen } from './Screen'

/** Around each page: a fault in it shows a sentence and a way on. React itself writes the fault to the console, once. */
class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  static getDerivedStateFromError = (): { broken: boolean } => ({ broken: true })
  override state = { broken: false }
  readonly again = (): void => this.setState({ broken: false })

  /** What the phone kept may be what the page broke on: trying again reads anew. */
  override componentDidCatch(): void {
    dropAnswers()
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <Screen title="出错了">
        <Blank
          icon="info"
          title="这一页没有打开"
          text="页面出了问题，内容没有丢失。请重试，或先看看别的内容。"
          action={{ text: '重试', onTap: this.again }}
          other={{ text: '回到首页', onTap: () => open(PAGES.home) }}
        />
      </Screen>
    )
  }
}

/** The page with its guard. `config/taro/guardPages.cjs` puts it around every page. */
export function guarded<P extends object>(Page: ComponentType<P>): ComponentType<P> {
  return function GuardedPage(props: P) {
    return (
      <Guard>
        <Page {...props} />
      </Guard>
    )
  }
}
