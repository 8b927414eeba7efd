import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { startPlatform } from './platform/start'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => startPlatform())
  return children
}
