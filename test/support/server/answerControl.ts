import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ApiAnswer } from '../../../src/sample/api/apiAnswer.ts';
import { demoTasks } from './demoTasks.ts';
import { wireFault } from './fault.ts';
import type { TaskRouterServer } from './taskRouterServer.ts';

/** Answers the requests of `TaskRouterServerControl`, below `/_test/`. */
export async function answerControl(
  server: TaskRouterServer,
  request: IncomingMessage,
): Promise<ApiAnswer> {
  const [, , resource = '', ...sids] = (request.url ?? '').split('/');
  const body = await text(request);
  switch (`${request.method ?? ''} ${resource}`) {
    case 'GET requests':
      return ok(server.requests);
    case 'GET demo-tasks':
      return ok(demoTasks(server.simulation));
    case 'GET clock':
      return ok({ now: server.now() });
    case 'POST clock': {
      const { advanceSeconds } = JSON.parse(body) as { advanceSeconds: number };
      server.advanceClock(advanceSeconds);
      return ok({ now: server.now() });
    }
    case 'POST faults':
      server.fault(wireFault.fromJson(body));
      return ok({});
    case 'POST tasks': {
      const task = JSON.parse(body) as { workspaceSid: string; taskSid: string; body: string };
      server.simulation.putTask(task.workspaceSid, task.taskSid, task.body);
      return ok({});
    }
    case 'DELETE tasks':
      server.simulation.removeTask(sids[0] ?? '', sids[1] ?? '');
      return ok({});
    case 'POST reset':
      server.reset();
      return ok({});
    default:
      return { status: 404, body: '{"message":"The test server has no such control"}' };
  }
}

function ok(value: object): ApiAnswer {
  return { status: 200, body: JSON.stringify(value) };
}
