import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { PATIENCE_MS } from '../../support/until'

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1440, height: 900 }

const artefacts = join(__dirname, '../../artefacts/screens')

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Session {
  context: BrowserContext
  page: Page
  /** Faults that the pages reported: uncaught errors and policy violations. */
  faults: string[]
}

/** A person's browser in Zhuhai. */
export async function openSession(
  browser: Browser,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Session> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: viewport.width < 600,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (entry) => {
    if (entry.type() === 'error' && /Content Security Policy|Uncaught/.test(entry.text())) faults.push(entry.text())
  })
  return { context, page, faults }
}

/** Keeps a picture of the page among the artefacts. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(artefacts, { recursive: true })
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage })
}
