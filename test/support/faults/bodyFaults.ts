import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { FaultRow, ExpectedSentence } from './faultRow.ts';
import { respondWith, type Respond } from './faultServer.ts';
import { expectedSentences } from './told.ts';

const { body } = respondWith;
const encoded = (encoding: string) => ({ 'Content-Encoding': encoding });
/** The body without its last bytes. */
const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 12);
const json = (value: unknown) => body(() => JSON.stringify(value));
const other = (field: string, value: unknown) =>
  body((task) => JSON.stringify({ ...(JSON.parse(task.toString()) as object), [field]: value }));
const SPACES = Buffer.alloc(10_000_001, ' ');

const rows: readonly (readonly [string, Respond, ExpectedSentence | undefined])[] = [
  ['gzip', body((task) => gzipSync(task), encoded('gzip')), undefined],
  ['deflate', body((task) => deflateSync(task), encoded('deflate')), undefined],
  [
    'deflate without its header',
    body((task) => deflateRawSync(task), encoded('deflate')),
    undefined,
  ],
  ['brotli', body((task) => brotliCompressSync(task), encoded('br')), undefined],
  ['gzip that is none', body((task) => task, encoded('gzip')), expectedSentences.notJson],
  [
    'gzip that ends early',
    body((task) => cut(gzipSync(task)), encoded('gzip')),
    expectedSentences.notJson,
  ],
  [
    'deflate that is none',
    body(() => '\xff\xff\xff\xff', encoded('deflate')),
    expectedSentences.notJson,
  ],
  [
    'deflate that ends early',
    body((task) => cut(deflateSync(task)), encoded('deflate')),
    expectedSentences.notJson,
  ],
  ['brotli that is none', body((task) => task, encoded('br')), expectedSentences.notJson],
  [
    'brotli that ends early',
    body((task) => cut(brotliCompressSync(task)), encoded('br')),
    expectedSentences.notJson,
  ],
  [
    'an encoding that is not known',
    body((task) => gzipSync(task), encoded('zstd')),
    expectedSentences.notJson,
  ],
  [
    'a decompression bomb in gzip',
    body(() => gzipSync(Buffer.alloc(50_000_000)), encoded('gzip')),
    expectedSentences.tooLarge,
  ],
  [
    'a decompression bomb in brotli',
    body(() => brotliCompressSync(SPACES, { params: {} }), encoded('br')),
    expectedSentences.tooLarge,
  ],
  ['10 MB and a byte', body(() => SPACES), expectedSentences.tooLarge],
  ['an empty body', body(() => ''), expectedSentences.notJson],
  [
    'HTML',
    body(() => '<!doctype html><title>Sign in</title>', { 'Content-Type': 'text/html' }),
    expectedSentences.notJson,
  ],
  ['JSON that ends early', body((task) => cut(task)), expectedSentences.notJson],
  ['an array', json([{ sid: 'WT' }]), expectedSentences.notTask],
  ['a string', json('WT'), expectedSentences.notTask],
  ['null', json(null), expectedSentences.notTask],
  ['an object without a SID', json({ ok: true }), expectedSentences.notTask],
  ['a byte order mark', body((task) => `\ufeff${task.toString()}`), undefined],
  [
    'UTF-16',
    body((task) => Buffer.from(`\ufeff${task.toString()}`, 'utf16le')),
    expectedSentences.notJson,
  ],
  [
    'UTF-16 without a mark',
    body((task) => Buffer.from(task.toString(), 'utf16le')),
    expectedSentences.notJson,
  ],
  ['Latin-1', body((task) => Buffer.from(task.toString(), 'latin1')), expectedSentences.notJson],
  ['another Task', other('sid', `WT${'f'.repeat(32)}`), expectedSentences.anotherTask],
  [
    'a Task of another Workspace',
    other('workspace_sid', `WS${'f'.repeat(32)}`),
    expectedSentences.anotherTask,
  ],
];

/** Answers with status 200 and an invalid or unusual body. */
export const bodyFaults: readonly FaultRow[] = rows.map(([name, fault, said]) => ({
  ...{ name, fault, told: said, requests: 1 },
}));
