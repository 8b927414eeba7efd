import { writeFileSync } from 'node:fs'
import { seen, startApp } from '../weapp/host/app'
import { DIST, newPhone } from '../weapp/host/sandboxPhone'
import { startServer } from '../weapp/host/server'

/** Opens the first screen of the built package once, against the real server, and writes down what that took. */
it('opens the first screen', async () => {
  const server = await startServer()
  try {
    const app = startApp(DIST, await newPhone(server.url))
    app.launch('/pages/home/index')
    await seen(app, () => app.text().includes('近期活动') && app.underway() === 0)
    const sent = app.setDataCalls.map((data) => JSON.stringify(data).length)
    const result = {
      first_requests: app.calls.filter(({ name }) => name === 'request').length,
      first_setdata_calls: sent.length,
      first_setdata_kb: Math.round((sent.reduce((sum, size) => sum + size, 0) / 1024) * 10) / 10,
      first_nodes: app.page().element.querySelectorAll('*').length,
    }
    app.close()
    writeFileSync(process.env['BENCH_RESULT'] ?? '', JSON.stringify(result))
  } finally {
    await server.stop()
  }
})
