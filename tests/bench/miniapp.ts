import { writeFileSync } from 'node:fs'
import { startServer } from '../weapp/host/server'
import { measureAppend, measureFirstScreen, publishMany } from '../weapp/support/figures'

/** Opens the built package against the real server, and writes down what its first screen and a long list take. */
it('opens the first screen and reads on in a long list', async () => {
  const server = await startServer()
  try {
    const first = await measureFirstScreen(server)
    await publishMany(server)
    const { append_setdata_kb } = await measureAppend(server)
    writeFileSync(process.env['BENCH_RESULT'] ?? '', JSON.stringify({ ...first, append_setdata_kb }))
  } finally {
    await server.stop()
  }
})
