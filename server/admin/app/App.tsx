import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntdApp, ConfigProvider } from 'antd'
import { useMemo } from 'react'
import { RouterProvider } from 'react-router-dom'
import { useLanguage } from '../ui/language'
import { antdLocale } from './antdLocale'
import { antdTheme } from './antdTheme'
import { queryClient } from './queryClient'
import { router } from './router'
import { ThemeContext, useThemeControl } from './useTheme'

/** The server writes the nonce of this answer into the page; antd's generated styles carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

export function App() {
  const control = useThemeControl()
  const language = useLanguage()
  const locale = useMemo(() => antdLocale(language), [language])
  const theme = useMemo(() => antdTheme(control.theme), [control.theme])
  return (
    <ThemeContext.Provider value={control}>
      <ConfigProvider
        locale={locale}
        theme={theme}
        csp={{ nonce }}
        // the space that antd puts between two characters would change the buttons' accessible names
        button={{ autoInsertSpace: false }}
      >
        <AntdApp component={false} message={{ top: 72 }}>
          <QueryClientProvider client={queryClient}>
            {/* drawn anew from the root: every word is asked for again */}
            <RouterProvider key={language} router={router} />
          </QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </ThemeContext.Provider>
  )
}
