import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { sources } from 'webpack'
import attributes from './ariaAttributes.json'
import { thinTemplate, wordsOf } from './thinTemplates.cjs'

type Components = Record<string, Record<string, string>>

interface MiniPlatform {
  template?: { internalComponents: Components; mergeComponents(ctx: IPluginContext, components: Components): void }
  runtimePath: string | string[]
}

/** A Taro plugin: the mini-program's elements carry what a screen reader needs and bind only what the app uses. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const { template } = platform
      if (!template) return
      template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'templatesRuntime.ts')].flat()
    },
  })
  ctx.modifyBuildAssets(({ assets }: { assets: Record<string, sources.Source> }) => {
    const words = wordsOf(ctx.paths.sourcePath)
    for (const [name, asset] of Object.entries(assets)) {
      if (name.endsWith('.wxml')) assets[name] = new sources.RawSource(thinTemplate(String(asset.source()), words))
    }
  })
}
