import assert from 'node:assert/strict';
import { Uri, type WebviewPanel } from 'vscode';
import { NOTHING_READ } from '../../../src/core/explanation/routingReadings.ts';
import { HistoryLoader } from '../../../src/core/history/historyLoader.ts';
import type { Presenter } from '../../../src/core/privacy/presenter.ts';
import type { Connections } from '../../../src/core/profiles/connection.ts';
import { sampleProfile } from '../../../src/core/profiles/profile.ts';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import { TaskStore } from '../../../src/core/tasks/taskStore.ts';
import { WatchedTasks } from '../../../src/core/tasks/watchedTasks.ts';
import { DetailsPanel } from '../../../src/editor/details/detailsPanel.ts';
import type { PageServices } from '../../../src/editor/details/detailsPages.ts';
import { VisiblePages } from '../../../src/editor/details/visiblePages.ts';
import { RoutingExplanations } from '../../../src/editor/explanation/routingExplanations.ts';
import { RoutingSection } from '../../../src/editor/explanation/routingSection.ts';
import { present } from '../../../src/editor/ui/present.ts';
import { WorkspaceNames } from '../../../src/editor/workspaces/workspaceNames.ts';
import { SampleConnections } from '../../../src/sample/sampleConnections.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { connectionsOf } from '../../support/connectionsOf.ts';
import { settlePromises } from '../../support/waiting.ts';

const NAME = 'Acme Travel Desk';
const task = {
  profileId: 'sample',
  workspaceSid: sampleSid('WS', NAME),
  taskSid: sidIn({ name: NAME }, 'WT', 'all-on-break'),
};
const sample = sampleProfile('Sample');
const others = { open: () => Promise.reject(new Error('No other profile is asked.')) };
const noEvent = () => ({ dispose: () => undefined });

const profiles = {
  find: (id: string) => (id === 'gone' ? undefined : sample),
  ...{ active: () => sample, list: () => [sample] },
  ...{ onDidChange: noEvent, onDidRemove: noEvent, onDidMove: noEvent },
} as never;

/** The services of pages, of which those are real that a page changes. */
function servicesOf(connections: Connections): PageServices {
  const store = new TaskStore(connections);
  return {
    ...{ connections, store, profiles, watched: new WatchedTasks() },
    ...{ visiblePages: new VisiblePages(), workspaceNames: new WorkspaceNames() },
    explanations: new RoutingExplanations({ connections, store, profiles }),
    context: { extensionUri: Uri.file('/') } as never,
    restoredTabs: { mayFetch: () => true } as never,
    runner: { run: (_: string, work: () => Promise<unknown>) => work() } as never,
    sidKind: () => undefined,
    assets: { script: '', style: '' },
  };
}

/** A panel that counts its listeners and keeps what is posted to it. */
function fakePanel() {
  const posted: unknown[] = [];
  const listeners = new Set<unknown>();
  const event = (listener: unknown) => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  let send: (message: unknown) => void = () => undefined;
  const panel = {
    ...{ visible: true, active: true, title: '' },
    ...{ onDidChangeViewState: event, onDidDispose: event },
    webview: {
      ...{ html: '', options: {} },
      onDidReceiveMessage: (listener: typeof send) => {
        send = listener;
        return event(listener);
      },
      postMessage: (message: unknown) => Promise.resolve(posted.push(message) > 0),
    },
  } as unknown as WebviewPanel;
  return {
    ...{ panel, posted, listeners },
    receive: (message: unknown) => {
      send(message);
    },
  };
}

describe('A page that leaves its panel to another Task', () => {
  const open = async () => {
    const services = servicesOf(new SampleConnections({ profile: sample, others }));
    await services.store.fetch(task, new AbortController().signal);
    const fake = fakePanel();
    return { services, ...fake, page: new DetailsPanel(fake.panel, task, 'fetched', services) };
  };

  it('listens to the panel no more', async () => {
    const { page, listeners } = await open();
    page.onClosed(() => undefined);
    assert.equal(listeners.size, 3);
    page.release();
    assert.equal(listeners.size, 0);
  });

  it('posts nothing more, although the routing engine is loaded only then', async () => {
    const { page, posted, receive, services } = await open();
    receive({ type: 'ready' });
    page.release();
    const before = posted.length;
    assert.ok(before > 0);
    await services.explanations.loadEngine();
    await settlePromises();
    assert.equal(posted.length, before);
  });
});

const NO_HISTORY = { events: [], reservations: [] };

describe('The section about routing', () => {
  it('says why the events could not be read the last time, and not the time before', async () => {
    let failure: Failure = { kind: 'refused', host: 'api', code: 'FIRST' };
    const connections = connectionsOf({
      listResources: () => Promise.reject(new TaskRouterFailure(failure)),
    });
    const services = servicesOf(connections);
    const onChange = () => undefined;
    const history = new HistoryLoader({
      ...{ task, connections, onChange },
      now: Date.now,
      onFault: onChange,
    });
    const section = new RoutingSection(task, history, services, onChange);
    const missing = async () => {
      for (;;) {
        const { routing } = section.page();
        if (routing?.kind === 'ready') return routing.view.missing[0] ?? '';
        await settlePromises();
      }
    };
    const fetched = { text: '{"assignment_status":"pending"}', fetchedAt: 1 };
    history.follow(fetched);
    section.follow(fetched);
    assert.match(await missing(), /FIRST/);
    failure = { ...failure, code: 'SECOND' };
    history.retry();
    assert.match(await missing(), /SECOND/);
  });

  it('leaves nothing known of a Task whose profile is gone', async () => {
    const services = servicesOf(connectionsOf({}));
    const { explanations } = services;
    const { explainTask } = await explanations.loadEngine();
    const fetched = { text: '{"assignment_status":"pending"}', fetchedAt: 1 };
    const known = { text: fetched.text, history: NO_HISTORY, readings: NOTHING_READ };
    const learn = (profileId: string) => {
      const own = { ...task, profileId };
      const explain = (shown: Presenter) => explainTask(known, shown);
      explanations.learn(own, fetched, explain(present()), explain);
      return explanations.known(own, fetched.text);
    };
    assert.notEqual(learn('sample'), undefined);
    assert.equal(learn('gone'), undefined);
  });
});
