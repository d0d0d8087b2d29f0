import type { HistoryRows } from '../../src/core/history/historyRows.ts';
import type { ListedResource } from '../../src/core/taskrouter/listPage.ts';
import type { Json, SimulationReader } from './simulationReader.ts';

/** What the port answers about a simulated Task, which may be gone by then. */
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
