import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { FaultRow, Told } from './faultRow.ts';
import { respondWith, type Respond } from './faultServer.ts';
import { told } from './told.ts';

const { body } = respondWith;
const encoded = (encoding: string) => ({ 'Content-Encoding': encoding });
/** Without its last bytes. */
const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 12);
const json = (value: unknown) => body(() => JSON.stringify(value));
const other = (field: string, value: unknown) =>
  body((task) => JSON.stringify({ ...(JSON.parse(task.toString()) as object), [field]: value }));
const SPACES = Buffer.alloc(10_000_001, ' ');

const rows: readonly (readonly [string, Respond, Told | undefined])[] = [
  ['gzip', body((task) => gzipSync(task), encoded('gzip')), undefined],
  ['deflate', body((task) => deflateSync(task), encoded('deflate')), undefined],
  [
    'deflate without its header',
    body((task) => deflateRawSync(task), encoded('deflate')),
    undefined,
  ],
  ['brotli', body((task) => brotliCompressSync(task), encoded('br')), undefined],
  ['gzip that is none', body((task) => task, encoded('gzip')), told.notJson],
  ['gzip that ends early', body((task) => cut(gzipSync(task)), encoded('gzip')), told.notJson],
  ['deflate that is none', body(() => '\xff\xff\xff\xff', encoded('deflate')), told.notJson],
  [
    'deflate that ends early',
    body((task) => cut(deflateSync(task)), encoded('deflate')),
    told.notJson,
  ],
  ['brotli that is none', body((task) => task, encoded('br')), told.notJson],
  [
    'brotli that ends early',
    body((task) => cut(brotliCompressSync(task)), encoded('br')),
    told.notJson,
  ],
  ['an encoding that is not known', body((task) => gzipSync(task), encoded('zstd')), told.notJson],
  [
    'a decompression bomb in gzip',
    body(() => gzipSync(Buffer.alloc(50_000_000)), encoded('gzip')),
    told.tooLarge,
  ],
  [
    'a decompression bomb in brotli',
    body(() => brotliCompressSync(SPACES, { params: {} }), encoded('br')),
    told.tooLarge,
  ],
  ['10 MB and a byte', body(() => SPACES), told.tooLarge],
  ['an empty body', body(() => ''), told.notJson],
  [
    'HTML',
    body(() => '<!doctype html><title>Sign in</title>', { 'Content-Type': 'text/html' }),
    told.notJson,
  ],
  ['JSON that ends early', body((task) => cut(task)), told.notJson],
  ['an array', json([{ sid: 'WT' }]), told.notTask],
  ['a string', json('WT'), told.notTask],
  ['null', json(null), told.notTask],
  ['an object without a SID', json({ ok: true }), told.notTask],
  ['a byte order mark', body((task) => `\ufeff${task.toString()}`), undefined],
  ['UTF-16', body((task) => Buffer.from(`\ufeff${task.toString()}`, 'utf16le')), told.notJson],
  ['UTF-16 without a mark', body((task) => Buffer.from(task.toString(), 'utf16le')), told.notJson],
  ['Latin-1', body((task) => Buffer.from(task.toString(), 'latin1')), told.notJson],
  ['another Task', other('sid', `WT${'f'.repeat(32)}`), told.anotherTask],
  ['a Task of another Workspace', other('workspace_sid', `WS${'f'.repeat(32)}`), told.anotherTask],
];

/** Answers with status 200 whose bodies are not what they should be, or not as one would expect. */
export const bodyFaults: readonly FaultRow[] = rows.map(([name, fault, said]) => ({
  ...{ name, fault, told: said, requests: 1 },
}));
