import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, Uri, type CodeLens } from 'vscode';
import { sentencePattern, type FaultRow } from '../faults/faultRow.ts';
import { FaultServer, type FaultEndpoint } from '../faults/faultServer.ts';
import type { Certificate } from '../server/certificates.ts';
import { ChangedSettings } from './changedSettings.ts';
import { activeTaskDocument, startAfresh } from './taskSuite.ts';

const URI = Uri.parse(
  'taskrouter://env/WS00000000000000000000000000000fa1/WT00000000000000000000000000000fa1.json',
);
const refresh = () => commands.executeCommand<Uri | undefined>('taskrouter.refreshTask', URI);
/** A document of another host is not refreshed. */
const fetchAnew = () => commands.executeCommand<Uri | undefined>('taskrouter.openTaskJson', URI);

/** The first CodeLens above the document, and its tooltip. */
async function headOfDocument(): Promise<{ title: string; tooltip: string }> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', URI);
  const { title = '', tooltip = '' } = lenses[0]?.command ?? {};
  return { title, tooltip };
}

/** Tests the document of a Task in this editor with all faults. */
export function describeFaults(title: string, rows: readonly FaultRow[]): void {
  describe(title, () => {
    const settings = new ChangedSettings();
    const file = process.env['TASKROUTER_TEST_AUTHORITY'];
    const authority =
      file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Certificate);
    let server: FaultServer;
    let good: string;
    before(async () => {
      await startAfresh();
      server = await FaultServer.start();
      await settings.set('taskrouter.apiBaseUrl', server.url);
      await commands.executeCommand('taskrouter.openTaskJson', URI);
      good = activeTaskDocument().getText();
      assert.match(good, /"assignment_status": "pending"/);
    });
    afterEach(async () => {
      server.respond = undefined;
      await settings.set('taskrouter.apiBaseUrl', server.url);
    });
    after(async () => {
      await settings.dispose();
      await server.close();
      await startAfresh();
    });

    async function arrange({ fault, told }: FaultRow): Promise<FaultEndpoint> {
      await settings.set('taskrouter.requestTimeoutSeconds', told?.kind === 'timeout' ? 1 : 15);
      if (typeof fault === 'function') {
        server.respond = fault;
        return server;
      }
      assert.ok(authority !== undefined);
      const place = await fault.place(authority);
      await settings.set('taskrouter.apiBaseUrl', place.url);
      if (place.proxy !== undefined) await settings.set('http.proxy', place.proxy);
      return place;
    }

    for (const row of rows.filter(({ only }) => only !== 'client')) {
      const what =
        row.told === undefined ? 'is as good as ever' : 'keeps its text, and says that it is stale';
      it(`${what} with ${row.name}, and the next fetch is a good one`, async function () {
        // A desktop editor is started without a trusted authority.
        if (authority === undefined && typeof row.fault !== 'function') this.skip();
        const place = await arrange(row);
        const before = place.requests;
        const refreshed = await (typeof row.fault === 'function' ? refresh() : fetchAnew());
        const requests = place.requests - before;
        const { title, tooltip } = await headOfDocument();
        const { host } = new URL(place.url);
        await settings.set('taskrouter.apiBaseUrl', server.url);
        await settings.set('http.proxy', '');
        if (place !== server) await place.close();
        server.respond = undefined;

        assert.equal(activeTaskDocument().getText(), good);
        if (row.told === undefined) {
          assert.equal(refreshed?.toString(), URI.toString());
          assert.match(title, /^Pending · /);
        } else {
          assert.equal(refreshed, undefined);
          assert.match(title, /^\$\(warning\)\u00a0Stale: /);
          const sentence = tooltip.replace(/ \(at [^()]+\)$/, '');
          assert.match(
            sentence,
            sentencePattern(row.told, host, row.told.kind === 'timeout' ? 1 : 15),
          );
        }
        assert.equal(requests, row.requests, 'it was asked otherwise');

        const isThere = typeof row.fault !== 'function' && row.told === undefined;
        const again = await (isThere ? fetchAnew() : refresh());
        assert.equal(again?.toString(), URI.toString());
        assert.match((await headOfDocument()).title, /^Pending · /);
        assert.equal(activeTaskDocument().getText(), good);
      });
    }
  });
}
