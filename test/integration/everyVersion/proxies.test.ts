import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, Uri, type CodeLens } from 'vscode';
import { FaultServer, taskText } from '../../support/faults/faultServer.ts';
import { CatchAllProxy, TunnelProxy } from '../../support/hostile/proxies.ts';
import { makeCertificate, type Certificate } from '../../support/server/certificates.ts';
import { ChangedSettings } from '../../support/suite/changedSettings.ts';
import { startAfresh } from '../../support/suite/taskSuite.ts';

const URI = Uri.parse(
  'taskrouter://env/WS00000000000000000000000000000fb1/WT00000000000000000000000000000fb1.json',
);
const refresh = () => commands.executeCommand<Uri | undefined>('taskrouter.openTaskJson', URI);

/** The tooltip of the CodeLens above the document. */
async function toldAbove(): Promise<string> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', URI);
  return lenses.map(({ command }) => command?.tooltip ?? '').join('\n');
}

describe('Credentials, when they are sent', () => {
  const settings = new ChangedSettings();
  const file = process.env['TASKROUTER_TEST_AUTHORITY'];
  const authority =
    file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Certificate);
  let good: FaultServer;
  before(async () => {
    await startAfresh();
    good = await FaultServer.start();
    await settings.set('taskrouter.apiBaseUrl', good.url);
    await commands.executeCommand('taskrouter.openTaskJson', URI);
  });
  after(async () => {
    await settings.dispose();
    await good.close();
    await startAfresh();
  });

  describe('in clear text', () => {
    let server: Server;
    let requests: number;
    let proxy: CatchAllProxy;
    before(async () => {
      proxy = await CatchAllProxy.start();
      server = createServer(({ url }, response) => {
        requests++;
        response.end(taskText(url));
      });
      // On all addresses of this machine, IPv4 and IPv6.
      await new Promise<void>((resolve) => server.listen(0, '::', resolve));
    });
    beforeEach(() => {
      requests = 0;
    });
    after(() => {
      proxy.close();
      server.closeAllConnections();
      server.close();
    });
    const at = (host: string) => `http://${host}:${(server.address() as AddressInfo).port}`;

    for (const isProxied of [false, true]) {
      const where = isProxied ? 'where a proxy is set' : 'where none is';
      for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
        it(`go to ${host} only, ${where}`, async () => {
          await settings.set('http.proxy', isProxied ? proxy.url : '');
          await settings.set('taskrouter.apiBaseUrl', at(host));
          assert.equal((await refresh())?.toString(), URI.toString());
          assert.equal(requests, 1);
          assert.equal(proxy.received.toString(), '');
        });
      }

      for (const host of [
        '127.0.0.2',
        '127.1.2.3',
        '[::ffff:127.0.0.1]',
        '0.0.0.0',
        'a.localhost',
      ]) {
        // The message is checked by test/unit/profiles/twilioHosts.test.ts.
        it(`do not go to ${host}, ${where}`, async () => {
          await settings.set('http.proxy', isProxied ? proxy.url : '');
          await settings.set('taskrouter.apiBaseUrl', at(host));
          assert.equal(await refresh(), undefined);
          assert.equal(requests, 0);
          assert.equal(proxy.received.toString(), '');
        });
      }
    }
  });

  describe('to a server whose certificate is not trusted', () => {
    const { NODE_TLS_REJECT_UNAUTHORIZED: rejects } = process.env;
    let server: FaultServer;
    let proxy: TunnelProxy;
    before(async () => {
      await settings.set('http.proxy', '');
      await settings.set('http.proxyStrictSSL', false);
    });
    after(() => settings.set('http.proxyStrictSSL', true));
    beforeEach(async () => {
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      proxy = await TunnelProxy.start(() => Number(new URL(server.url).port));
    });
    afterEach(async () => {
      if (rejects === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = rejects;
      proxy.close();
      await server.close();
    });

    it('are not sent, whatever the environment and the settings are', async () => {
      server = await FaultServer.start(await makeCertificate());
      await settings.set('taskrouter.apiBaseUrl', server.url);
      assert.equal(await refresh(), undefined);
      assert.match(
        await toldAbove(),
        /The certificate of 127\.0\.0\.1:\d+ .*DEPTH_ZERO_SELF_SIGNED/,
      );
      assert.equal(server.requests, 0);
    });

    it('are not sent through a proxy with a certificate of its own', async () => {
      server = await FaultServer.start(await makeCertificate({ host: 'taskrouter.invalid' }));
      await settings.set('http.proxy', proxy.url);
      await settings.set('taskrouter.apiBaseUrl', 'https://taskrouter.invalid');
      assert.equal(await refresh(), undefined);
      assert.match(await toldAbove(), /The certificate of taskrouter\.invalid .*SELF_SIGNED/);
      assert.deepEqual(proxy.asked, ['taskrouter.invalid:443']);
      assert.equal(server.requests, 0);
    });

    it('are sent through a proxy to a trusted server, on new and kept connections', async function () {
      // A desktop editor starts without a trusted authority.
      if (authority === undefined) this.skip();
      const certificate = { host: 'taskrouter.invalid', signedBy: authority };
      server = await FaultServer.start(await makeCertificate(certificate));
      await settings.set('http.proxy', proxy.url);
      await settings.set('taskrouter.apiBaseUrl', 'https://taskrouter.invalid');
      assert.equal((await refresh())?.toString(), URI.toString());
      // The idle connection closes before or during the next request.
      server.closeConnections();
      assert.equal((await refresh())?.toString(), URI.toString());
      assert.equal(server.requests, 2);
    });
  });

  it('are sent again if the server has closed a kept connection', async () => {
    await settings.set('http.proxy', '');
    await settings.set('taskrouter.apiBaseUrl', good.url);
    assert.equal((await refresh())?.toString(), URI.toString());
    const { requests } = good;
    let cuts = 0;
    good.respond = (response, request) => {
      if (cuts++ === 0) response.socket?.destroy();
      else FaultServer.answer(response, request);
    };
    try {
      assert.equal((await refresh())?.toString(), URI.toString());
      assert.equal(good.requests - requests, 2);
    } finally {
      good.respond = undefined;
    }
  });
});
