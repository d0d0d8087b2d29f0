import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describeFailure } from '../../../../src/core/failures/describeFailure.ts';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import { readAccountCheck } from '../../../../src/core/profiles/accountCheck.ts';
import { asFailure } from '../../../../src/core/taskrouter/failure.ts';
import { readHttpFailure } from '../../../../src/twilio/errors/httpFailure.ts';
import { readTwilioError } from '../../../../src/twilio/errors/twilioError.ts';
import { clientOf } from '../../../support/server/clientOf.ts';
import { anyCharacter } from '../../../support/json/jsonTexts.ts';

const reference = {
  workspaceSid: 'WS00000000000000000000000000000001',
  taskSid: 'WT00000000000000000000000000000001',
};

/** Bodies from noise to what comes near a Task or an error of Twilio's. */
const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map((json) => Buffer.from(json)),
  fc
    .record(
      {
        sid: fc.constantFrom<unknown>(reference.taskSid, 'WT', null, 7),
        code: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant('70051')),
        message: fc.oneof(fc.string({ unit: anyCharacter, maxLength: 500 }), fc.constant(null)),
        detail: fc.string({ unit: anyCharacter }),
        title: fc.jsonValue(),
        workspaces: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
      },
      { requiredKeys: [] },
    )
    .map((fields) => Buffer.from(JSON.stringify(fields))),
);

const isOneLine = (text: string) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

describe('any body of an error', () => {
  it('gives a failure with a sentence, and at most 200 characters of its own on one line', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 100, max: 999 }), (body, status) => {
        const text = body.toString();
        const answer = { status, body: text, retryAfter: null, requestId: null };
        const asked = { host: 'h', path: '/', region: undefined, resource: 'WT' } as const;
        const sentence = formatMessage(
          describeFailure(readHttpFailure(answer, asked, 0)),
          plainEnglish,
        );
        assert.ok(isOneLine(sentence), sentence);
        const { code, detail } = readTwilioError(text) ?? {};
        assert.ok(code === undefined || /^\d+$/.test(String(code)));
        if (detail === undefined) return;
        assert.ok(Array.from(detail).length <= 200 && isOneLine(detail) && detail !== '');
      }),
    );
  });
});

describe('any answer to a check of credentials', () => {
  it('is an account or a failure', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        try {
          const { accountSid = 'AC'.padEnd(34, '0') } = readAccountCheck(body.toString(), 'h');
          assert.match(accountSid, /^AC[0-9a-fA-F]{32}$/);
        } catch (error) {
          assert.match(asFailure(error)?.kind ?? String(error), /^(?:notJson|unexpectedAnswer)$/);
        }
      }),
    );
  });
});

describe('any bytes with any status', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; headers: Record<string, string>; body: Buffer };
  before(async () => {
    server = createServer((_request, response) => {
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('are one Task or one failure', async () => {
    const client = clientOf({ url }, { pause: () => Promise.resolve() });
    const answers = fc.record({
      status: fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 999 })),
      headers: fc.record(
        {
          'Content-Encoding': fc.constantFrom('gzip', 'deflate', 'br', 'identity', 'x'),
          'Content-Type': fc.constantFrom('text/html', 'application/json', 'text/plain;charset=x'),
          'Retry-After': fc.constantFrom('0', '-1', 'soon', 'Wed, 21 Oct 2015 07:28:00 GMT'),
          Location: fc.constantFrom('/', 'http://[', ''),
        },
        { requiredKeys: [] },
      ),
      body: bodies,
    });
    await fc.assert(
      fc.asyncProperty(answers, async (next) => {
        answer = next;
        try {
          const { text } = await client.fetchResource(reference, new AbortController().signal);
          assert.equal(text, next.body.toString());
        } catch (error) {
          assert.ok(asFailure(error) !== undefined, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });
});
