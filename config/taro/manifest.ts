import type { Compiler } from 'webpack'
import { sources } from 'webpack'
import theme from '../../client/theme.json'

const icon = (pixels: number) => ({
  src: `/web/mark-${pixels}.png`,
  sizes: `${pixels}x${pixels}`,
  type: 'image/png',
  purpose: 'any maskable',
})

/** Makes the web build installable: its name, colours and mark, as browsers read them (W3C web app manifest). */
export class ManifestPlugin {
  constructor(private readonly organisation: { name: string; shortName: string }) {}

  apply(compiler: Compiler): void {
    const manifest = {
      name: this.organisation.name,
      short_name: this.organisation.shortName,
      lang: 'zh-CN',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: theme.light.heroBackground,
      background_color: theme.light.pageBackground,
      icons: [192, 512].map(icon),
    }
    compiler.hooks.thisCompilation.tap('manifest', (compilation) => {
      compilation.hooks.additionalAssets.tap('manifest', () => {
        compilation.emitAsset('manifest.webmanifest', new sources.RawSource(JSON.stringify(manifest)))
      })
    })
  }
}
