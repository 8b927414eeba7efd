import type { PropsWithChildren } from 'react'
import { redirectTo, useLaunch, usePageNotFound } from '@tarojs/taro'
import { resumeReports } from './features/alerts/reporting'
import { startPlatform } from './platform/start'
import { PAGES } from './routes'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startPlatform()
    resumeReports()
  })
  usePageNotFound(() => void redirectTo({ url: PAGES.missing }))
  return children
}
