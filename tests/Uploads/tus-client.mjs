// Uploads with the client that the staff console uses; says on its output where each file went.
import { createHash, randomBytes } from 'node:crypto'
import { argv, env } from 'node:process'
import { Readable } from 'node:stream'
import { Upload } from 'tus-js-client'

const [, , scenario] = argv
const { ENDPOINT: endpoint, TOKEN: token, ORDER: orderId } = env

function upload(bytes, name, options = {}, before = () => {}) {
  let started
  const done = new Promise((resolve, reject) => {
    started = new Upload(bytes, {
      endpoint,
      metadata: { orderId, filename: name, filetype: 'model/stl' },
      headers: { Authorization: `Bearer ${token}` },
      retryDelays: [50, 100, 200, 500, 1000, 1000, 1000],
      uploadSize: bytes.length,
      onError: reject,
      onSuccess: () => resolve(started.url),
      ...options,
    })
    before(started)
    started.start()
  })
  return { client: started, done }
}

// A client of its own, as after the page was loaded anew.
async function abortAndResume(bytes) {
  const url = await new Promise((resolve, reject) => {
    const first = upload(bytes, 'resumed.stl', {
      chunkSize: 512 * 1024,
      onChunkComplete: async (size, accepted) => {
        if (accepted > 1024 * 1024) {
          await first.client.abort()
          resolve(first.client.url)
        }
      },
    })
    first.done.catch(reject)
  })
  return upload(bytes, 'resumed.stl', { uploadUrl: url }).done
}

// In parts beside each other; the second time with those that were begun.
async function abortAndResumeParts(bytes) {
  const inParts = { parallelUploads: 3, uploadSize: null, chunkSize: 512 * 1024 }
  const previous = await new Promise((resolve, reject) => {
    const first = upload(bytes, 'resumed-parts.stl', {
      ...inParts,
      onProgress: async (sent) => {
        if (sent > 2 * 1024 * 1024) {
          await first.client.abort()
          resolve({ size: bytes.length, metadata: {}, creationTime: '', urlStorageKey: '', parallelUploadUrls: first.client._parallelUploadUrls })
        }
      },
    })
    first.done.catch(reject)
  })
  let second
  return new Promise((resolve, reject) => {
    second = upload(bytes, 'resumed-parts.stl', { ...inParts, onError: reject, onSuccess: () => resolve(second.client.url) }, (client) => client.resumeFromPreviousUpload(previous))
  })
}

// Ended by its client as soon as some of it has arrived.
function end(bytes, options) {
  return new Promise((resolve, reject) => {
    const ended = upload(bytes, 'ended.stl', {
      chunkSize: 512 * 1024,
      onProgress: async (sent) => {
        if (sent > 1024 * 1024) {
          await ended.client.abort(true).catch(reject)
          resolve()
        }
      },
      ...options,
    })
    ended.done.catch(reject)
  })
}

const scenarios = {
  inParts: ([bytes]) => Promise.all([upload(bytes, 'parts.stl', { parallelUploads: 3, uploadSize: null }).done]),
  inPartsOfOrder: ([bytes]) =>
    Promise.all([upload(bytes, 'parts.stl', { parallelUploads: 3, uploadSize: null, metadataForPartialUploads: { orderId } }).done]),
  inPartsResumed: ([bytes]) => Promise.all([abortAndResumeParts(bytes)]),
  deferred: ([bytes]) =>
    Promise.all([upload(Readable.from([bytes]), 'deferred.stl', { uploadLengthDeferred: true, uploadSize: null, chunkSize: 1_000_000 }).done]),
  overridden: ([bytes]) => Promise.all([upload(bytes, 'overridden.stl', { overridePatchMethod: true, chunkSize: 2_000_000 }).done]),
  ended: ([bytes]) => end(bytes).then(() => []),
  endedInParts: ([bytes]) => end(bytes, { parallelUploads: 3, uploadSize: null }).then(() => []),
  whole: (files) => Promise.all(files.slice(0, 1).map((bytes) => upload(bytes, 'whole.stl').done)),
  chunked: (files) => Promise.all(files.slice(0, 1).map((bytes) => upload(bytes, 'chunked.stl', { chunkSize: 1_000_000 }).done)),
  withCreation: (files) =>
    Promise.all(files.slice(0, 1).map((bytes) => upload(bytes, 'at-once.stl', { uploadDataDuringCreation: true }).done)),
  resumed: (files) => Promise.all(files.slice(0, 1).map(abortAndResume)),
  parallel: (files) => Promise.all(files.map((bytes, index) => upload(bytes, `file-${index}.stl`).done)),
}

const files = Array.from({ length: 3 }, (_, index) => randomBytes(5_000_000 + index))
const urls = await scenarios[scenario](files)
console.log(JSON.stringify(urls.map((url, index) => ({ url, sha256: createHash('sha256').update(files[index]).digest('hex') }))))
