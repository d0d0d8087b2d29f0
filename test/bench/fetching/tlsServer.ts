import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Certificate } from '../../support/server/certificates.ts';
import { servedTask } from './servedTask.ts';

/**
 * Answers every request with one Task over TLS, in a thread of its own, so that its time is not
 * measured.
 */
const body = Buffer.from(servedTask().text);
const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
const server = createServer(workerData as Certificate, (_, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
// Longer than any client keeps a connection.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  parentPort?.postMessage(`https://127.0.0.1:${port}`);
});
