// A tus server as others have it, on the same emulator. Says on its output where it listens.
import { createServer } from 'node:http'
import { env } from 'node:process'
import { BlobServiceClient } from '@azure/storage-blob'
import { AzureStore } from '@tus/azure-store'
import { Server } from '@tus/server'

const datastore = new AzureStore({ client: BlobServiceClient.fromConnectionString(env.STORAGE).getContainerClient('peer') })
const tus = new Server({ path: '/files', datastore })
const server = createServer((request, response) => tus.handle(request, response))
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/files`))
