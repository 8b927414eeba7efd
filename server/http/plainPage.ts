import type { Context } from 'koa'

/** A plain page for an app that has not been built yet, or for an address that holds none. */
export function plainPage(ctx: Context, status: number, title: string, advice: string): void {
  ctx.status = status
  ctx.type = 'html'
  ctx.set('Cache-Control', 'no-store')
  ctx.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
  ctx.body = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 17px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
body { margin: 18vh auto; max-width: 26em; padding: 0 24px }
h1 { font-size: 1.4em; font-weight: 600 }
</style>
<h1>${title}</h1>
<p>${advice}</p>
</html>
`
}
