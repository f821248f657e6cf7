// Uploads so many bytes, and says on its output how many milliseconds that took.
import { randomBytes } from 'node:crypto'
import { env } from 'node:process'
import { Upload } from 'tus-js-client'

const { ENDPOINT: endpoint, TOKEN: token, ORDER: orderId } = env
const bytes = randomBytes(Number(env.BYTES))
const consent = JSON.stringify({ answer: 'yes', channel: 'paper', language: 'nl', textVersion: '1' })
const start = performance.now()
await new Promise((resolve, reject) => {
  new Upload(bytes, {
    endpoint,
    chunkSize: 8 * 1024 * 1024,
    metadata: { orderId, filename: 'scan.stl', makeFigurine: consent },
    headers: { Authorization: `Bearer ${token}` },
    retryDelays: null,
    onError: reject,
    onSuccess: resolve,
  }).start()
})
console.log(performance.now() - start)
