import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { renderTaskDocument } from '../../src/core/documents/documentText.ts';
import { EditorSession } from '../support/e2e/editorSession.ts';
import { waitUntil } from '../support/e2e/waitUntil.ts';
import { startTestAccount } from '../support/server/testAccount.ts';
import { simulatedTask } from '../support/simulation.ts';
import { watchScreen } from './inEditor/watchScreen.ts';
import { writeExtension } from './inEditor/writeExtension.ts';
import { bench } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';
import { quantile } from './report/figures.ts';

/**
 * The time from a key press to the frame of the screen that shows the result, in the real editor: a
 * Task's document beside a file with the same text, and its page beside a webview with one word.
 * All are opened alternately, each by its own key binding for a command, and closed before the
 * next.
 *
 *     npm run bench -- keyToScreen
 */
const WORD = 'bench-shows-this';
/** Shown in the status bar once the extensions that wait for the end of the startup are active. */
const STARTED = 'bench-started';
/** VS Code is still busy for a moment after an editor was closed. */
const PAUSE_MS = 300;
/** The same after the startup. */
const STARTED_MS = 2_000;

const kinds = ['file', 'document', 'webview', 'page'] as const;
type Kind = (typeof kinds)[number];

const keys: Readonly<Record<Kind | 'server', string>> = {
  ...{ file: 'F5', document: 'F6', webview: 'F7', page: 'F8', server: 'F9' },
};

type Samples = Readonly<Record<Kind, number[]>>;

await bench(async ({ brief }) => {
  await using resources = new AsyncDisposableStack();
  const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-bench-'));
  resources.defer(() => {
    rmSync(temporary, { recursive: true, force: true });
  });
  const account = await startTestAccount();
  resources.defer(() => account.close());
  const { workspaceSid, taskSid } = simulatedTask('waiting-invoice');
  const path = `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
  const text = account.server.simulation.get(path).body;
  const rendered = renderTaskDocument(
    { fetched: { text, fetchedAt: 0 }, fetching: false },
    { decoded: true, masked: false },
    String,
  );
  const file = resolve(temporary, 'task.json');
  writeFileSync(file, rendered);
  const results = resolve(temporary, 'roundTrips.txt');
  writeFileSync(results, '');

  const commands = ['bench.openFile', 'bench.openPage', 'bench.askServer'];
  const bind = (name: keyof typeof keys, command: string, args: string) => ({
    ...{ key: `ctrl+alt+${keys[name]}`, command, args },
  });
  const dataDir = resolve(temporary, 'data');
  await writeExtension(dataDir, {
    entry: 'openingProbe',
    activationEvents: ['onStartupFinished'],
    contributes: {
      commands: commands.map((command) => ({ command, title: command })),
      keybindings: [
        bind('file', 'bench.openFile', file),
        bind('document', 'taskrouter.openTaskJson', `${workspaceSid}/${taskSid}`),
        bind('webview', 'bench.openPage', WORD),
        bind('page', 'taskrouter.openTaskDetails', `${workspaceSid}/${taskSid}`),
        bind('server', 'bench.askServer', account.server.url + path),
      ],
    },
  });
  const session = await EditorSession.start({
    ...{ dataDir, settings: account.settings },
    env: { ...account.env, TASKROUTER_BENCH: JSON.stringify({ results, started: STARTED }) },
  });
  resources.defer(() => session.close());

  const seen = { pressed: NaN, shown: NaN };
  await session.page.exposeFunction('benchPressed', (at: number) => {
    Object.assign(seen, { pressed: at, shown: NaN });
  });
  await session.page.exposeFunction('benchShown', (at: number) => {
    if (Number.isNaN(seen.shown)) seen.shown = at;
  });
  const task = JSON.parse(text) as { readonly workflow_friendly_name: string };
  const script = watchScreen({
    document: rendered.split('\n')[1]?.trim() ?? '',
    webviews: [WORD, task.workflow_friendly_name],
  });
  await session.page.addInitScript(script);
  await session.page.evaluate(script);

  /** In ms, from the key to the screen. */
  const open = async (kind: Kind): Promise<number> => {
    await session.closeAll();
    await delay(PAUSE_MS);
    Object.assign(seen, { pressed: NaN, shown: NaN });
    await session.page.keyboard.press(`Control+Alt+${keys[kind]}`);
    const took = () => seen.shown - seen.pressed;
    await waitUntil(`the ${kind} is shown`, () => Promise.resolve(took() > 0));
    return took();
  };
  const openAll = async (samples: Samples, turn: number) => {
    for (const index of kinds.keys()) {
      const kind = kinds[(index + turn) % kinds.length] ?? 'file';
      samples[kind].push(await open(kind));
    }
  };

  const askServer = async () => {
    const before = roundTripsIn(results).length;
    await session.page.keyboard.press(`Control+Alt+${keys.server}`);
    await waitUntil('the server has answered', () =>
      Promise.resolve(roundTripsIn(results).length > before),
    );
  };

  const [warm, first] = [noSamples(), noSamples()];
  for (let turn = 0; turn < (brief ? 1 : 6); turn++) {
    if (turn > 0) await session.page.reload();
    await waitUntil('the editor has started', async () =>
      (await session.statusBar()).some((entry) => entry.trim() === STARTED),
    );
    await delay(brief ? 0 : STARTED_MS);
    await openAll(first, turn);
    await askServer();
  }
  for (let turn = 0; turn < (brief ? 0 : 16); turn++) {
    await openAll(warm, turn);
    await askServer();
  }
  return [table(brief ? first : warm, first, quantile(roundTripsIn(results), 0.5))];
});

function noSamples(): Samples {
  return { file: [], document: [], webview: [], page: [] };
}

/** In ms. */
function roundTripsIn(path: string): readonly number[] {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean).map(Number);
}

function table(warm: Samples, first: Samples, roundTrip: number): BenchTable {
  const names: Readonly<Record<Kind, string>> = {
    ...{ file: 'a file of the same text', document: 'a Task as JSON' },
    ...{ webview: 'a webview with one word', page: "a Task's page, its facts" },
  };
  const median = (kind: Kind) => quantile(warm[kind], 0.5);
  const goal = (kind: Kind, peer: Kind) => ({
    text: `${names[kind]}: 1.5 × ${names[peer]} and one round trip`,
    ...{ figure: median(kind), limit: 1.5 * median(peer) + roundTrip, unit: 'ms' },
  });
  return {
    title: `From key to screen: of ${warm.file.length} openings, of ${first.file.length} that are the first in a window`,
    columns: [
      { name: 'median', unit: 'ms', digits: 0 },
      { name: 'p90', unit: 'ms', digits: 0 },
      { name: 'first one, median', unit: 'ms', digits: 0 },
    ],
    rows: [
      ...kinds.map((kind) => ({
        name: names[kind],
        figures: [median(kind), quantile(warm[kind], 0.9), quantile(first[kind], 0.5)],
      })),
      { name: 'a round trip to the server', figures: [roundTrip] },
    ],
    goals: [goal('document', 'file'), goal('page', 'webview')],
  };
}
