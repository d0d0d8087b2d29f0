import assert from 'node:assert/strict';
import type { HistoryRows } from '../../src/core/history/historyRows.ts';
import type { TaskReference } from '../../src/core/resources/resourceReference.ts';
import type { ListedResource } from '../../src/core/taskrouter/listPage.ts';
import { acmeContactCentre } from '../../src/sample/data/acmeContactCentre.ts';
import { sampleSid, sidIn } from '../../src/sample/sampleSid.ts';
import { SimulatedTaskRouter } from '../../src/sample/simulatedTaskRouter.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A simulation with a manual clock, and the requests that tests need. */
export class SimulationReader {
  readonly startedAt = Date.parse('2026-03-02T09:00:00Z');
  readonly simulation: SimulatedTaskRouter;
  readonly workspace: { readonly name: string };
  readonly workspaceSid: string;
  readonly base: string;
  /** Milliseconds since the start. */
  seconds = 0;

  constructor(workspace = 'Acme Contact Centre') {
    this.workspace = { name: workspace };
    this.workspaceSid = sampleSid('WS', workspace);
    this.base = `/v1/Workspaces/${this.workspaceSid}`;
    this.simulation = new SimulatedTaskRouter({
      now: () => this.startedAt + this.seconds * 1000,
      baseUrl: 'https://taskrouter.example',
    });
  }

  sid(prefix: string, name: string): string {
    return sidIn(this.workspace, prefix, name);
  }

  status(path: string): number {
    return this.simulation.get(this.base + path).status;
  }

  read(path: string): Json {
    const { status, body } = this.simulation.get(this.base + path);
    assert.equal(status, 200, `${path} answered ${status}: ${body}`);
    return JSON.parse(body) as Json;
  }

  /** The rows of the first page. */
  list(path: string): readonly Json[] {
    const page = this.read(path);
    return page[(page['meta'] as { key: string }).key] as Json[];
  }

  task(key: string): Json {
    return this.read(`/Tasks/${this.sid('WT', key)}`);
  }

  reservations(key: string): readonly Json[] {
    return this.list(`/Tasks/${this.sid('WT', key)}/Reservations?PageSize=1000`);
  }

  /** Oldest first, of the last 30 days. */
  events(key: string): readonly Json[] {
    const taskSid = this.sid('WT', key);
    return this.list(`/Events?TaskSid=${taskSid}&Minutes=43200&PageSize=1000`).toReversed();
  }
}

/** A Task of the simulation by its key, or one to be added. */
export function simulatedTask(key: string): TaskReference {
  return {
    workspaceSid: sampleSid('WS', acmeContactCentre.name),
    taskSid: sidIn(acmeContactCentre, 'WT', key),
  };
}

/** The answer for a simulated Task, which may be deleted by then. */
export function simulatedTaskRows(reader: SimulationReader, key: string): HistoryRows {
  const isThere = reader.status(`/Tasks/${reader.sid('WT', key)}`) === 200;
  return {
    events: reader.events(key).map(listed),
    reservations: isThere ? reader.reservations(key).map(listed) : [],
  };
}

function listed(row: Json): ListedResource {
  return { sid: String(row['sid']), text: JSON.stringify(row) };
}
