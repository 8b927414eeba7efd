import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call'

export const templatesQuery = queryOptions({
  queryKey: ['settings', 'templates'],
  queryFn: () => call('GET /api/admin/settings/templates', {}),
  refetchOnWindowFocus: false,
})

/** Asked of WeChat each time the page is opened. */
export const wechatTemplatesQuery = queryOptions({
  queryKey: ['wechat', 'templates'],
  queryFn: () => call('GET /api/admin/wechat/templates', {}),
  refetchOnWindowFocus: false,
  staleTime: 0,
  retry: false,
})
