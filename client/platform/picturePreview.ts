/**
 * A picture at full size over the page, on the web. Taro's own preview would bring a carousel library of 140 KB to
 * every reader; here a tap or Escape closes it, the arrow keys turn to the next picture.
 */
export function previewPictures(urls: string[], current: string): void {
  let place = Math.max(0, urls.indexOf(current))
  const before = document.activeElement
  const cover = document.createElement('div')
  cover.className = 'picture-preview'
  cover.tabIndex = -1
  cover.setAttribute('role', 'dialog')
  cover.setAttribute('aria-label', '查看图片，点按关闭')
  const image = document.createElement('img')
  image.src = current
  image.alt = ''
  cover.append(image)

  const close = (): void => {
    cover.remove()
    if (before instanceof HTMLElement) before.focus()
  }
  const turn = (step: number): void => {
    place = (place + step + urls.length) % urls.length
    image.src = urls[place] ?? current
  }
  cover.addEventListener('click', close)
  cover.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' || key === 'Enter') close()
    if (key === 'ArrowRight') turn(1)
    if (key === 'ArrowLeft') turn(-1)
  })
  document.body.append(cover)
  cover.focus()
}
