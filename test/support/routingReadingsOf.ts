import type { ExplainRequest } from '../../src/core/explanation/explain/explainRouting.ts';
import type { ReadRows, Reading } from '../../src/core/explanation/routingReadings.ts';
import { readHistory } from '../../src/core/history/taskHistory.ts';
import { presenter } from '../../src/core/privacy/presenter.ts';
import { simulatedTaskRows, type Json, type SimulationReader } from './simulation.ts';

/** Everything that can be read to explain a Task of the simulation, as it answers at that moment. */
export function explainRequestOf(
  reader: SimulationReader,
  key: string,
  present = presenter(false),
): ExplainRequest {
  const task = reader.task(key);
  const rows = (path: string): Reading<ReadRows> => ({
    kind: 'read',
    value: { rows: reader.list(path).map(row), isCut: false },
  });
  const text = (path: string): Reading<string> => ({
    kind: 'read',
    value: JSON.stringify(reader.read(path)),
  });
  const queue = String(task['task_queue_sid']);
  const workers = reader.list('/Workers?PageSize=1000');
  return {
    task: JSON.stringify(task),
    readings: {
      at: reader.startedAt + reader.seconds * 1000,
      workflow: text(`/Workflows/${String(task['workflow_sid'])}`),
      queue: text(`/TaskQueues/${queue}`),
      queues: rows('/TaskQueues?PageSize=1000'),
      workers: rows('/Workers?PageSize=1000'),
      members: rows(`/Workers?TaskQueueSid=${queue}&PageSize=1000`),
      activities: rows('/Activities'),
      channels: new Map(
        workers.map(({ sid }) => [String(sid), rows(`/Workers/${String(sid)}/Channels`)]),
      ),
      statistics: text(`/TaskQueues/${queue}/RealTimeStatistics`),
      tasks: rows(`/Tasks?TaskQueueSid=${queue}&AssignmentStatus=pending,reserved&PageSize=1000`),
    },
    history: readHistory(simulatedTaskRows(reader, key), present),
    present,
    clock: (time) => new Date(time).toISOString().slice(11, 16),
  };
}

function row(fields: Json) {
  return { sid: String(fields['sid']), text: JSON.stringify(fields) };
}
