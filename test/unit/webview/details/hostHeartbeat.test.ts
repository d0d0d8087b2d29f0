import assert from 'node:assert/strict';
import { HostHeartbeat } from '../../../../src/webview/details/hostHeartbeat.ts';

function start() {
  const seen: (string | boolean)[] = [];
  const timers = new Set<() => void>();
  const heartbeat = new HostHeartbeat({
    ping: () => seen.push('ping'),
    onChange: (answers) => seen.push(answers),
    startTimer: (run, milliseconds) => {
      assert.equal(milliseconds, 3000);
      timers.add(run);
      return () => timers.delete(run);
    },
  });
  const runOut = () => {
    for (const run of [...timers]) {
      timers.delete(run);
      run();
    }
  };
  return { heartbeat, seen, runOut };
}

describe('HostHeartbeat', () => {
  it('says nothing as long as the editor answers in time', () => {
    const { heartbeat, seen, runOut } = start();
    heartbeat.check();
    heartbeat.answered();
    runOut();
    heartbeat.check();
    assert.deepEqual(seen, ['ping', 'ping']);
  });

  it('asks once until there is an answer', () => {
    const { heartbeat, seen } = start();
    heartbeat.check();
    heartbeat.check();
    assert.deepEqual(seen, ['ping']);
  });

  it('says once that the editor does not answer, asks again, and says when it does', () => {
    const { heartbeat, seen, runOut } = start();
    heartbeat.check();
    runOut();
    heartbeat.check();
    runOut();
    heartbeat.check();
    heartbeat.answered();
    heartbeat.answered();
    assert.deepEqual(seen, ['ping', false, 'ping', 'ping', true]);
  });
});
