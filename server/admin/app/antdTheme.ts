import { theme as antd, type ThemeConfig } from 'antd'
import type { Theme } from './themeMode'

const shared = {
  fontSize: 14,
  borderRadius: 8,
  borderRadiusLG: 12,
  controlHeight: 36,
  fontFamily: 'var(--sans)',
  wireframe: false,
}

/** antd in the house's colours; the values mirror `tokens.css`, because antd computes shades from them. */
export function antdTheme(theme: Theme): ThemeConfig {
  const dark = theme === 'dark'
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...shared,
      colorPrimary: dark ? '#2f9a98' : '#0d6b70',
      colorLink: dark ? '#6cc4c1' : '#0d6b70',
      colorInfo: dark ? '#2f9a98' : '#0d6b70',
      colorError: dark ? '#f5968c' : '#b42318',
      colorWarning: dark ? '#f0a468' : '#a34a0c',
      colorSuccess: dark ? '#8fcf9c' : '#2c6b3a',
      colorInfoBg: dark ? '#173436' : '#e2f1f0',
      colorInfoBorder: dark ? '#2b5a5b' : '#b5dad7',
      colorErrorBg: dark ? '#3c1e1b' : '#fdecea',
      colorErrorBorder: dark ? '#6b322c' : '#f3c2bc',
      colorWarningBg: dark ? '#3a2817' : '#fdf0e4',
      colorWarningBorder: dark ? '#6b4724' : '#f1d0b0',
      colorSuccessBg: dark ? '#1b3222' : '#e6f3e8',
      colorSuccessBorder: dark ? '#335b3e' : '#bcdcc2',
      colorBgLayout: dark ? '#111718' : '#f7f8f7',
      colorBgContainer: dark ? '#182022' : '#ffffff',
      colorBgElevated: dark ? '#1f292b' : '#ffffff',
      colorBorder: dark ? '#465558' : '#b9c4c1',
      colorBorderSecondary: dark ? '#2b3739' : '#dde3e1',
      controlItemBgActive: dark ? '#173436' : '#e2f1f0',
      controlItemBgActiveHover: dark ? '#1d4144' : '#d3e9e7',
      colorText: dark ? '#e6ecea' : '#1c2526',
      colorTextSecondary: dark ? '#a3b1ae' : '#55615f',
      colorTextPlaceholder: dark ? '#8d9b98' : '#6b7775',
      colorTextDisabled: dark ? '#7b8885' : '#7d8886',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        ...(dark ? { primaryColor: '#06191a', colorPrimary: '#6cc4c1', colorPrimaryHover: '#93d8d4' } : {}),
      },
      // the days of the months around can be chosen as well as all others, and are to be read as well
      DatePicker: { colorTextDisabled: dark ? '#a3b1ae' : '#55615f' },
      Modal: { titleFontSize: 18 },
      Segmented: { trackBg: dark ? '#1f292b' : '#eff2f1', itemSelectedBg: dark ? '#3a494c' : '#ffffff' },
    },
  }
}
