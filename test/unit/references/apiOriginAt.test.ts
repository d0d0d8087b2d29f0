import assert from 'node:assert/strict';
import { apiOriginAt } from '../../../src/core/references/apiOriginAt.ts';

const ORIGIN = 'https://taskrouter.dublin.ie1.twilio.com';
const SID = 'WT0123456789abcdef0123456789abcdef';
const originIn = (text: string) => apiOriginAt(text, text.indexOf(SID));

describe('apiOriginAt', () => {
  it('finds the origin of the API URL that a SID stands in', () => {
    assert.equal(originIn(`see <${ORIGIN}/v1/Workspaces/WS/Tasks/${SID}>`), ORIGIN);
    assert.equal(originIn(`http://127.0.0.1:4010/v1/workspaces/${SID}`), 'http://127.0.0.1:4010');
    assert.equal(originIn(`${ORIGIN}/v10/Workspaces/${SID}`), ORIGIN);
    assert.equal(apiOriginAt(`${ORIGIN}/v1/Workspaces`, ORIGIN.length), ORIGIN);
    assert.equal(originIn(`http://a.test/ ${ORIGIN}/v1/Workspaces/${SID}`), ORIGIN);
  });

  it('finds none around a SID that stands behind it, or in another address', () => {
    assert.equal(originIn(`${ORIGIN}/v1/Workspaces/WS ${SID}`), undefined);
    assert.equal(originIn(`https://console.twilio.com/workspaces/${SID}`), undefined);
    assert.equal(originIn(`/v1/Workspaces/${SID}`), undefined);
    assert.equal(originIn(`https:///v1/Workspaces/${SID}`), undefined);
  });

  it('looks no farther than an address reaches', () => {
    const filled = (length: number) => `${ORIGIN}/v1/Workspaces/${'a'.repeat(length)}/${SID}`;
    assert.equal(originIn(filled(1_900)), ORIGIN);
    assert.equal(originIn(filled(2_100)), undefined);
    assert.equal(originIn(`${filled(9)}/${'a'.repeat(5_000_000)}`), ORIGIN);
  });
});
