import { createHash } from 'node:crypto'

/** One style sheet for all pages; the colours are those of the members' app (client/ui/_looks.scss). */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f3f7f7;--surface:#fff;--sunk:#eaf1f0;--ink:#142423;--ink-2:#465a58;--ink-3:#5c6f6e;--line:#d5e2e0;--brand:#0b6e6b;--on-brand:#fff;--on-brand-2:#d5ecea;--brand-ink:#0b6e6b;--brand-soft:#e2f1ef;--accent:#b0400b;--accent-soft:#fdeee3}
@media (prefers-color-scheme:dark){:root{--bg:#0e1716;--surface:#172322;--sunk:#1f2e2c;--ink:#e8f0ef;--ink-2:#b9c8c6;--ink-3:#98aaa8;--line:#2f413f;--brand:#0e3f3d;--on-brand-2:#c4e2df;--brand-ink:#6fd0c8;--brand-soft:#17312f;--accent:#ffa46f;--accent-soft:#3a2518}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:17px/1.75 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--brand-ink);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
img{max-width:100%;height:auto}
.skip{position:absolute;left:-999px;top:0;background:var(--surface);padding:8px 16px}
.skip:focus{left:8px;top:8px;z-index:1}
.wrap{max-width:46rem;margin:0 auto;padding:0 20px}
.top{background:var(--brand);color:var(--on-brand)}
.top .wrap{padding-top:20px;padding-bottom:14px}
.top a{color:inherit;text-decoration:none}
.top a:hover{text-decoration:underline}
.name{font-size:1.3rem;font-weight:600;line-height:1.4;margin:0}
.motto{margin:0;color:var(--on-brand-2);font-size:.9rem}
.channels{display:flex;flex-wrap:wrap;gap:2px 20px;margin:10px 0 0;padding:0;list-style:none;font-size:1rem}
.channels a{display:block;padding:5px 0}
.channels [aria-current]{font-weight:600;box-shadow:inset 0 -2px currentColor}
main{padding:24px 0 40px}
.sheet{background:var(--surface);border-radius:12px;padding:24px 28px 32px}
.trail{font-size:.9rem;color:var(--ink-3);margin:0 0 12px}
.trail a{color:var(--ink-2)}
h1{font-size:1.65rem;line-height:1.4;font-weight:650;margin:0 0 10px}
h2{font-size:1.25rem;line-height:1.5;margin:1.6em 0 .5em}
h3{font-size:1.12rem;margin:1.5em 0 .4em}
h4{font-size:1rem;margin:1.4em 0 .3em}
.about{color:var(--ink-3);font-size:.92rem;margin:0 0 20px;display:flex;flex-wrap:wrap;gap:2px 16px}
.event{background:var(--brand-soft);border-radius:10px;padding:16px 20px;margin:0 0 24px}
.event dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 14px;margin:0}
.event dt{color:var(--ink-2)}
.event dd{margin:0}
.event p{margin:12px 0 0}
.chip{display:inline-block;font-size:.88rem;line-height:1.5;padding:1px 10px;border-radius:99px;background:var(--sunk);color:var(--ink-2)}
.chip.live{background:var(--brand-soft);color:var(--brand-ink);box-shadow:inset 0 0 0 1px currentColor}
.chip.warn{background:var(--accent-soft);color:var(--accent)}
.body p{margin:0 0 1em}
.body .center{text-align:center}.body .right{text-align:right}
.body figure{margin:1.2em 0;text-align:center}
.body figure img{border-radius:8px;vertical-align:top}
figcaption{font-size:.9rem;color:var(--ink-3);margin-top:6px}
blockquote{margin:1em 0;padding:6px 18px;border-left:4px solid var(--brand-ink);color:var(--ink-2)}
.body blockquote p:last-child{margin:0}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
code{background:var(--sunk);border-radius:4px;padding:0 .3em;font-size:.94em}
.wide{overflow-x:auto;margin:1.2em 0}
table{border-collapse:collapse;min-width:100%}
th,td{border:1px solid var(--line);padding:7px 12px;text-align:left;vertical-align:top;min-width:5em}
th{background:var(--sunk);font-weight:600}
.open{margin:28px 0 0;padding-top:20px;border-top:1px solid var(--line)}
.button{display:inline-block;background:var(--brand-soft);color:var(--brand-ink);box-shadow:inset 0 0 0 1px currentColor;border-radius:99px;padding:8px 22px;margin:0 10px 10px 0;text-decoration:none;font-weight:600}
.button:hover{text-decoration:underline}
.open details{margin-top:8px}
summary{cursor:pointer;color:var(--brand-ink);padding:6px 0}
.code{background:#fff;border-radius:8px;padding:8px}
.items{list-style:none;margin:0;padding:0}
.items>li{padding:16px 0;border-top:1px solid var(--line)}
.items>li:first-child{border-top:0;padding-top:4px}
.item{display:flex;gap:18px;align-items:flex-start}
.item>div{flex:1;min-width:0}
.item img{width:132px;height:88px;object-fit:cover;border-radius:8px;background:var(--sunk)}
.item h2,.item h3{font-size:1.1rem;line-height:1.5;margin:0;font-weight:600}
.item a{color:var(--ink);text-decoration:none}
.item a:hover{color:var(--brand-ink);text-decoration:underline}
.item p{margin:4px 0 0;color:var(--ink-2);font-size:.95rem;line-height:1.6}
.facts{color:var(--ink-3);font-size:.9rem;margin:6px 0 0;display:flex;flex-wrap:wrap;gap:2px 12px;align-items:center}
.part{display:flex;justify-content:space-between;align-items:baseline;gap:16px;margin:28px 0 8px;border-bottom:2px solid var(--brand-ink);padding-bottom:6px}
.part:first-child{margin-top:0}
.part h2{margin:0}
.part a{white-space:nowrap}
.ways{display:flex;flex-wrap:wrap;gap:4px 20px;margin:22px 0 0;font-size:.95rem}
.end{color:var(--ink-3);font-size:.92rem;padding-bottom:40px}
.end p{margin:0 0 4px}
.end a{color:var(--ink-2)}
@media (max-width:560px){.wrap{padding:0 16px}main{padding-top:14px}.sheet{padding:18px 18px 26px}h1{font-size:1.42rem}.item{gap:12px}.item img{width:104px;height:72px}.event dl{grid-template-columns:1fr;gap:0}.event dt{font-size:.9rem;margin-top:8px}.event dt:first-child{margin-top:0}}
@media print{:root{color-scheme:light;--bg:#fff;--surface:#fff;--sunk:#fff;--ink:#000;--ink-2:#000;--ink-3:#333;--line:#999;--brand-ink:#000;--brand-soft:#fff;--accent:#000;--accent-soft:#fff}body{font-size:11.5pt}.channels,.motto,.skip,.open,.ways,.trail,.event p{display:none}.top{background:none;color:#000;border-bottom:1px solid #999}.sheet{padding:0}.wrap{max-width:none}.event{border:1px solid #999}.body a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em}.body figure,tr,.event{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`.trim()

/** The name follows from the content: it may be kept for good. */
export const STYLE_PATH = `/site-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`
