/** The box that scrolls the page that is shown: the router's, the tab bar's or the window. */
function scroller(): Element | null {
  const screens = [...document.querySelectorAll<HTMLElement>('.screen')]
  let box: Element | null = screens.find((screen) => screen.offsetParent !== null) ?? null
  while (box && box !== document.body) {
    box = box.parentElement
    if (box && box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
      return box
  }
  return document.scrollingElement
}

export const scrolledTo = (): Promise<number> => Promise.resolve(scroller()?.scrollTop ?? 0)

export const scrollTo = (top: number): void => {
  const box = scroller()
  if (box) box.scrollTop = top
}
