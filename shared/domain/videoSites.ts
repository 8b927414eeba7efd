const SITES: [pattern: RegExp, name: string][] = [
  [/(?:^|\.)v\.qq\.com$/, '腾讯视频'],
  [/(?:^|\.)(?:channels\.weixin\.qq\.com|weixin\.qq\.com)$/, '微信视频号'],
  [/(?:^|\.)(?:bilibili\.com|b23\.tv)$/, '哔哩哔哩'],
  [/(?:^|\.)(?:youku\.com)$/, '优酷'],
  [/(?:^|\.)(?:ixigua\.com|douyin\.com)$/, '抖音'],
]

/** Whose page a video's link opens, as members know it; otherwise the host's name. */
export function videoSite(url: string): string {
  const host = /^https:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  return SITES.find(([pattern]) => pattern.test(host))?.[1] ?? host
}
