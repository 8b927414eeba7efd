import { useEffect, useRef, type RefObject } from 'react'

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

const toolsIn = (bar: HTMLElement): HTMLElement[] =>
  [...bar.querySelectorAll<HTMLElement>('button, select')].filter((tool) => !tool.matches(':disabled'))

function makeCurrent(bar: HTMLElement, current: HTMLElement | undefined): void {
  for (const tool of bar.querySelectorAll<HTMLElement>('button, select')) tool.tabIndex = tool === current ? 0 : -1
}

/**
 * One stop for Tab in a whole toolbar; the arrow keys, Home and End go from tool to tool.
 * Source: WAI-ARIA Authoring Practices, "Toolbar".
 */
export function useRovingFocus<T extends HTMLElement>(): RefObject<T> {
  const bar = useRef<T>(null)

  useEffect(() => {
    // tools come, go and are disabled with what is selected in the text
    if (bar.current === null) return
    const tools = toolsIn(bar.current)
    makeCurrent(bar.current, tools.find((tool) => tool.tabIndex === 0 && tool.hasAttribute('tabindex')) ?? tools[0])
  })

  useEffect(() => {
    const element = bar.current
    if (element === null) return
    const press = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const tools = toolsIn(element)
      const at = tools.findIndex((tool) => tool === event.target)
      if (step === undefined || at < 0) return
      event.preventDefault()
      tools[step(at, tools.length)]?.focus()
    }
    const focus = (event: FocusEvent) => {
      const tool = toolsIn(element).find((entry) => entry === event.target)
      if (tool !== undefined) makeCurrent(element, tool)
    }
    element.addEventListener('keydown', press)
    element.addEventListener('focusin', focus)
    return () => {
      element.removeEventListener('keydown', press)
      element.removeEventListener('focusin', focus)
    }
  }, [])

  return bar
}
