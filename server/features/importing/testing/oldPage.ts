/** Pages as the old site wrote them, for tests: the frame of tables and fonts, the line under the title, the foot. */
import iconv from 'iconv-lite'
import { toWallClock } from '../../../../shared/domain/time'

export interface OldArticle {
  title: string
  publisher: string
  /** ms, whole seconds */
  publishedAt: number
  views: number
  channel: string
  bodyHtml: string
}

export type OldEncoding = 'gbk' | 'gb18030' | 'utf8'
export type Garbling = 'none' | 'gbk' | 'gbk-twice-lost' | 'western'

/** A name as it looks after a wrong reading. */
export function garble(name: string, how: Garbling): string {
  const bytes = Buffer.from(name)
  switch (how) {
    case 'none':
      return name
    case 'gbk':
      return iconv.decode(bytes, 'gbk')
    // The last character lost its end, was written as U+FFFD and read wrongly once more.
    case 'gbk-twice-lost':
      return `${iconv.decode(Buffer.concat([bytes.subarray(0, -3), Buffer.from('\uFFFD')]), 'gbk')}?`
    case 'western':
      return iconv.decode(iconv.encode(name, 'gbk'), 'latin1')
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
const stamp = (at: number): string => {
  const { year, month, day, hour, minute, second } = toWallClock(at)
  return `${year}/${month}/${day} ${hour}:${two(minute)}:${two(second)}`
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const DECLARED: Record<OldEncoding, string> = { gbk: 'gb2312', gb18030: 'gb18030', utf8: 'utf-8' }

export interface OldPageOptions {
  encoding: OldEncoding
  garbling: Garbling
  /** What the page says of itself; its encoding unless told otherwise. */
  declared?: string
}

/** The page as bytes. Characters that its encoding lacks are written as numbers, as the old editor did. */
export function oldPage(article: OldArticle, { encoding, garbling, declared }: OldPageOptions): Buffer {
  const { title, publisher, publishedAt, views, bodyHtml } = article
  const channel = garble(article.channel, garbling)
  const html = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><TITLE>${escape(title)}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=${declared ?? DECLARED[encoding]}">
<SCRIPT>function bookmark(){window.external.AddFavorite(location.href)}</SCRIPT>
<STYLE>td{font-size:12px}</STYLE></HEAD>
<BODY topmargin=0><TABLE width=980 align=center><TR><TD><A href="#" onclick="setHome()">设为首页</A> | <A href="#">加入收藏</A></TD></TR>
<TR><TD><IMG src="images/spacer.gif" width=1 height=8><MARQUEE>欢迎光临珠海市社会工作协会网站!</MARQUEE></TD></TR></TABLE>
<TABLE width=980 align=center><TR><TD width=220 valign=top>
<TABLE><TR><TD>协会资讯</TD></TR><TR><TD><A href="list.asp?id=1">通知公告</A></TD></TR><TR><TD><A href="list.asp?id=2">新闻速递</A></TD></TR>
<TR><TD><A href="list.asp?id=3">活动预告</A></TD></TR><TR><TD>本站公告</TD></TR></TABLE>
<TABLE><TR><TD>联系方式</TD></TR><TR><TD>办公时间:周一至周五<BR>上午8:30-12:00<BR>下午14:30-17:30<BR>联系电话:0756-2212827<BR>办公地址:珠海市香洲区人民东路112号</TD></TR></TABLE>
</TD><TD valign=top><TABLE width="100%"><TR><TD><FONT color=red><B>${escape(channel)}</B></FONT></TD></TR>
<TR><TD align=center><FONT size=4><B>${escape(title)}</B></FONT></TD></TR>
<TR><TD align=center>发布人:${escape(publisher)}&nbsp; 时间:${stamp(publishedAt)} &nbsp; 浏览:${views}次</TD></TR>
<TR><TD><HR></TD></TR>
<TR><TD class=content>${bodyHtml}</TD></TR>
<TR><TD align=right><A href="javascript:window.print()">【打印】</A> <A href="javascript:window.close()">【关闭】</A></TD></TR></TABLE></TD></TR></TABLE>
<TABLE width=980 align=center><TR><TD>CopyRight(c)珠海市社会工作协会版权所有<BR>地址:珠海市香洲区人民东路112号 电话:0756-2212827 邮编:519000<BR>技术支持:出格软件 粤ICP备15065647号</TD></TR></TABLE>
</BODY></HTML>`
  return encodeWith(html, encoding)
}

function encodeWith(html: string, encoding: OldEncoding): Buffer {
  if (encoding === 'utf8') return Buffer.from(html)
  const has = (character: string) => iconv.decode(iconv.encode(character, encoding), encoding) === character
  return iconv.encode(
    [...html].map((character) => (has(character) ? character : `&#${character.codePointAt(0)};`)).join(''),
    encoding,
  )
}

/** The same page saved as text by a browser. */
export function oldText(article: OldArticle & { paragraphs: string[] }, garbling: Garbling): Buffer {
  return Buffer.from(
    [
      '设为首页 | 加入收藏',
      '             欢迎光临珠海市社会工作协会网站!',
      '      协会资讯\n通知公告\n新闻速递\n活动预告\n         本站公告\n        联系方式\n',
      '办公时间:周一至周五     \n                    上午8:30-12:00\n\n联系电话:0756-2212827\n',
      garble(article.channel, garbling),
      article.title,
      `发布人:${article.publisher}  时间:${stamp(article.publishedAt)}   浏览:${article.views}次`,
      '-'.repeat(128),
      '',
      ...article.paragraphs.flatMap((words) => [words, ' ']),
      '                                 ',
      'CopyRight(c)珠海市社会工作协会版权所有 ',
      ' 地址:珠海市香洲区人民东路112号  电话:0756-2212827  邮编:519000',
      '技术支持:出格软件 粤ICP备15065647号',
    ].join('\r\n'),
  )
}
