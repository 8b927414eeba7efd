/** `npm run dev`: server, staff admin and members' web build, each reloading when its sources change. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { root, say } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['sandbox', 'h5', 'admin'])

const port = process.env.PORT ?? '3000'
const env = {
  ...process.env,
  PORT: port,
  ADMIN_API: `http://127.0.0.1:${port}`,
  NODE_ENV: 'development',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
}
const processes = [
  ['server', ['tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main/web.ts', '--migrate']],
  ['admin', ['vite/bin/vite.js', '--config', 'config/vite.admin.ts']],
  ['phone', ['vite/bin/vite.js', 'build', '--watch', '--config', 'config/vite.phone.ts']],
  ['web', ['@tarojs/cli/bin/taro', 'build', '--type', 'h5', '--watch']],
]
say('会随源代码自动刷新的地址 These addresses reload when their sources change:')
say('  会员端 members’ app   http://localhost:10086/')
say('  工作人员后台 admin    http://localhost:5173/admin/')
say(`  服务器 server         http://localhost:${port}/ （手机模拟 sandbox phone: /sandbox/）`)

const children = processes.map(([name, [entry, ...args]]) => {
  const child = spawn(process.execPath, [join('node_modules', entry), ...args], { cwd: root, env })
  const print = (chunk) => {
    for (const line of String(chunk).split('\n')) if (line.trim()) say(`[${name}] ${line}`)
  }
  child.stdout.on('data', print)
  child.stderr.on('data', print)
  return child
})
const stop = () => children.forEach((child) => child.kill('SIGTERM'))
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
await Promise.all(children.map((child) => new Promise((done) => child.on('exit', done))))
