import assert from 'node:assert/strict';
import { findSidsInContext } from '../../../../src/core/sids/context/sidsInContext.ts';
import { isMisplaced } from '../../../../src/core/sids/diagnose/wrongSids.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';

/** A text in which `WT*` stands for a SID. */
const expand = (text: string) => text.replace(/\b([A-Za-z]{2})\*/g, `$1${HEX}`);

/** What belongs where each SID of a text stands, such as "path Tasks WT UD"; "-" for no place. */
const placesIn = (text: string) =>
  Array.from(findSidsInContext(expand(text)), ({ context }) =>
    context === undefined ? '-' : [context.kind, context.name, ...context.expected].join(' '),
  );

type Case = readonly [text: string, ...places: string[]];

function itPlaces(cases: readonly Case[]): void {
  for (const [text, ...expected] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(placesIn(text), expected);
    });
  }
}

describe('The place of a SID', () => {
  describe('is a path of TaskRouter', () => {
    itPlaces([
      ['/Workspaces/WS*', 'path Workspaces WS'],
      ['/Workspaces/WT*/Tasks/WS*', 'path Workspaces WS', 'path Tasks WT'],
      [
        'https://taskrouter.twilio.com/v1/Workspaces/WS*/Tasks/WT*/Reservations/WR*?x',
        'path Workspaces WS',
        'path Tasks WT',
        'path Reservations WR',
      ],
      ['/Workspaces/WS*/TaskQueues/WQ*', 'path Workspaces WS', 'path TaskQueues WQ'],
      ['/Workspaces/WS*/Workflows/WW*', 'path Workspaces WS', 'path Workflows WW'],
      ['/Workspaces/WS*/Activities/WA*', 'path Workspaces WS', 'path Activities WA'],
      ['/Workspaces/WS*/Events/EV*', 'path Workspaces WS', 'path Events EV'],
      ['/Workspaces/WS*/TaskChannels/TC*', 'path Workspaces WS', 'path TaskChannels TC'],
      [
        '/Workspaces/WS*/Workers/WK*/Channels/WC*',
        'path Workspaces WS',
        'path Workers WK',
        'path Channels WC',
      ],
      [
        '/Workspaces/WS*/Workers/WK*/Reservations/WR*',
        ...['Workspaces WS', 'Workers WK', 'Reservations WR'].map((x) => `path ${x}`),
      ],
      ['/console/taskrouter/workspaces/WS*/tasks/WT*', 'path workspaces WS', 'path tasks WT'],
      ['/Workspaces/${workspaceSid}/Activities/WA*', 'path Activities WA'],
      ['/Workspaces/{sid}/Events/EV*', 'path Events EV'],
      [`/Workspaces/${'a'.repeat(100)}/Activities/WA*`, 'path Activities WA'],
      ['/task-queues/WQ*', 'path task-queues WQ'],
      ['/task_queues/WQ*', 'path task_queues WQ'],
      ['Workspaces/WS*', 'path Workspaces WS'],
      ["'/Workspaces/' + sid + '/Tasks/WT*'", 'path Tasks WT UD'],
      ['/tasks/WT*', 'path tasks WT UD'],
      ['GET /v1/Workspaces/ZZ*/Tasks/wt*', 'path Workspaces WS', 'path Tasks WT'],
      ['/Workspaces/WSXXXXXXXXXXXX/Tasks/WTXXXXXXXXXXXX', 'path Workspaces WS', 'path Tasks WT'],
    ]);
  });

  describe("is a call of Twilio's helper libraries", () => {
    const chain = ['call workspaces WS', 'call tasks WT'];
    itPlaces([
      [`client.taskrouter.v1.workspaces('WS*').tasks('WT*').fetch()`, ...chain],
      [`client.taskrouter.v1.workspaces("WS*").tasks("WT*").fetch()`, ...chain],
      ['client.taskrouter.v1.workspaces(`WS*`).tasks(`WT*`)', ...chain],
      [`$twilio->taskrouter->v1->workspaces("WS*")->tasks("WT*")->fetch();`, ...chain],
      [`@client.taskrouter.v1.workspaces('WS*')\n  .tasks('WT*')\n  .fetch`, ...chain],
      [`client.taskrouter.v1\n  .workspaces(\n    "WS*"\n  )\n  .tasks(\n    "WT*"\n  )`, ...chain],
      [`$twilio->taskrouter\r\n  ->workspaces( 'WS*' )\r\n  ->tasks( 'WT*' )`, ...chain],
      [`client.workspaces?.('WS*')`, '-'],
      [`client.workspaces('WS*')?.tasks('WT*')`, ...chain],
      [`client.workspaces('WS*')!.tasks('WT*')`, ...chain],
      [`client.workspaces(sid="WS*").tasks(sid="WT*")`, ...chain],
      [`client.workspaces(sid: 'WS*').tasks(sid: 'WT*')`, ...chain],
      [`client.workspaces(ws).tasks('WS*')`, 'call tasks WT'],
      [`client.workspaces(process.env.WORKSPACE).activities("WA*")`, 'call activities WA'],
      [`workspace.taskQueues('WQ*')`, 'call taskQueues WQ'],
      [`workspace.task_queues('WQ*')`, 'call task_queues WQ'],
      [`workspace.taskChannels('TC*')`, 'call taskChannels TC'],
      [`workspace.task_channels("TC*")`, 'call task_channels TC'],
      [`workspace->workflows("WW*")`, 'call workflows WW'],
      [`x.workers('WK*').workerChannels('WC*')`, 'call workers WK', 'call workerChannels WC'],
      [`x.workers("WK*").worker_channels("WC*")`, 'call workers WK', 'call worker_channels WC'],
      [`x.tasks('WT*').reservations('WR*')`, 'call tasks WT UD', 'call reservations WR'],
      [`x.workspaces('WS*').events('EV*')`, 'call workspaces WS', 'call events EV'],
      [`x.workspaces(\n // ours\n 'WS*')`, '-'],
      [`Workspace::tasks('WT*')`, 'call tasks WT UD'],
      [`x.tasks('wt*')`, 'call tasks WT UD'],
      ['"code": "x.workspaces(\\"WS*\\").tasks(\\"WT*\\")"', ...chain],
    ]);
  });

  describe('is under a key', () => {
    itPlaces([
      ['{"workspace_sid": "WT*"}', 'key workspace_sid WS'],
      ['{"workspace_sid":"WT*"}', 'key workspace_sid WS'],
      ['{"workspaceSid" :\n  "WT*"}', 'key workspaceSid WS'],
      ['{\\"task_queue_sid\\":\\"WQ*\\"}', 'key task_queue_sid WQ'],
      ['workspace_sid: WS*', 'key workspace_sid WS'],
      [`- workspace_sid: 'WS*'`, 'key workspace_sid WS'],
      ['TWILIO_WORKSPACE_SID=WS*', 'key TWILIO_WORKSPACE_SID WS'],
      ['export TWILIO_TASK_SID="WT*"', 'key TWILIO_TASK_SID WT UD'],
      ['ACCOUNT_SID = "AC*"', 'key ACCOUNT_SID AC'],
      ['workflow_sid = "WW*"', 'key workflow_sid WW'],
      ['<workerSid>WK*</workerSid>', 'key workerSid WK'],
      ['<worker_sid>\n  WK*\n</worker_sid>', 'key worker_sid WK'],
      ['<task workspace-sid="WS*">', 'key workspace-sid WS'],
      [`const workspaceSid = 'WT*';`, 'key workspaceSid WS'],
      [`const workspaceSid: string = 'WT*';`, 'key workspaceSid WS'],
      [`let workspaceSid: string | undefined = 'WT*';`, 'key workspaceSid WS'],
      [`def f(workspace_sid: str = "WS*"):`, 'key workspace_sid WS'],
      [`workspace_sid: Optional[str] = "WS*"`, 'key workspace_sid WS'],
      [`let workspace_sid: &'static str = "WS*";`, 'key workspace_sid WS'],
      [`val workspaceSid: String? = "WS*"`, 'key workspaceSid WS'],
      [`workspaceSid := "WS*"`, 'key workspaceSid WS'],
      [`var workspaceSid string = "WS*"`, 'key workspaceSid WS'],
      [`char workspace_sid[] = "WS*";`, 'key workspace_sid WS'],
      [`const char *workspace_sid = "WS*";`, 'key workspace_sid WS'],
      [`public const string WorkspaceSid = "WS*";`, 'key WorkspaceSid WS'],
      [
        `TaskResource.Fetch(pathWorkspaceSid: "WS*", pathSid: "WT*")`,
        'key pathWorkspaceSid WS',
        'call Fetch WT',
      ],
      [`['workspaceSid' => 'WS*']`, 'key workspaceSid WS'],
      [`{ "workspace_sid" => "WS*" }`, 'key workspace_sid WS'],
      [`{ :workspace_sid => 'WS*' }`, 'key workspace_sid WS'],
      [`self::WORKSPACE_SID => 'WS*'`, 'key WORKSPACE_SID WS'],
      [`$workspaceSid = 'WS*';`, 'key $workspaceSid WS'],
      [`@workspace_sid = 'WS*'`, 'key workspace_sid WS'],
      [`process.env.WORKSPACE_SID = 'WS*'`, 'key WORKSPACE_SID WS'],
      [`os.environ["WORKSPACE_SID"] = "WS*"`, 'key WORKSPACE_SID WS'],
      [`if (workspaceSid === 'WS*')`, 'key workspaceSid WS'],
      [`where task_sid = 'WT*'`, 'key task_sid WT UD'],
      ['${WORKSPACE_SID:-WS*}', 'key WORKSPACE_SID WS'],
      ['${WORKSPACE_SID:=WS*}', 'key WORKSPACE_SID WS'],
      ['twilio x --workspace-sid WS* --sid WT*', 'key workspace-sid WS', '-'],
      ['twilio x --workspace-sid=WS*', 'key workspace-sid WS'],
      ['twilio x --workspace-sid "WS*"', 'key workspace-sid WS'],
      ['Get-Task -WorkspaceSid WS*', 'key WorkspaceSid WS'],
      ['?WorkspaceSid=WS*&TaskSid=WT*', 'key WorkspaceSid WS', 'key TaskSid WT UD'],
      ['workspacesid=WS*', 'key workspacesid WS'],
      ['WORKSPACESID: WS*', 'key WORKSPACESID WS'],
      ['taskSid2 = WT*', 'key taskSid2 WT UD'],
      ['task_2_sid: WT*', 'key task_2_sid WT UD'],
      ['FLEX_TASK_CHANNEL_SID=TC*', 'key FLEX_TASK_CHANNEL_SID TC'],
      ['worker_channel_sid: WC*', 'key worker_channel_sid WC'],
      ['activitySid: "WA*"', 'key activitySid WA'],
      ['reservation_sid=WR*', 'key reservation_sid WR'],
      ['queueSid=QU*', 'key queueSid WQ QU'],
      ['api_key_sid=SK*', 'key api_key_sid SK'],
      ['call_sid=CA*', 'key call_sid CA'],
      ['parent_call_sid: CA*', 'key parent_call_sid CA'],
      ['conference_sid=CF*', 'key conference_sid CF'],
      ['conversationSid=CH*', 'key conversationSid CH'],
      ['flow_sid=FW*', 'key flow_sid FW FO'],
      ['message_sid=SM*', 'key message_sid SM MM IM'],
      ['workspace_sid=wt*', 'key workspace_sid WS'],
    ]);
  });

  describe('is none', () => {
    itPlaces(
      [
        `const sid = isTest ? workspaceSid : 'WT*';`,
        `const sid = isTest\n  ? config.workspaceSid\n  : 'WT*';`,
        `const sid = isTest ? config["workspaceSid"] : 'WT*';`,
        `const sid = isTest ? "workspace_sid" : "WT*";`,
        `const sid = isTest ? a || workspaceSid : 'WT*';`,
        `find((workspaceSid) => 'WT*')`,
        `find(workspaceSid => 'WT*')`,
        `if (workspaceSid != 'WT*')`,
        `if (workspaceSid !== 'WT*')`,
        `where workspace_sid <> 'WT*'`,
        `if (workspaceSid >= 'WT*')`,
        `if (workspaceSid > 'WT*')`,
        `client.channels('CH*')`,
        `if not workspace_sid: found = 'WT*'`,
        `client.conversations.v1.services('IS*').channels`,
        `client.chat.services(a).channels('CH*')`,
        `client.monitor.v1.events('AE*')`,
        `client.events('AE*')`,
        `emitter.on('WT*')`,
        `tasks('WT*')`,
        `new Tasks('WT*')`,
        `x.tasks(a, 'WS*')`,
        `x.tasks("""WT*""")`,
        `x.tasks(WT*)`,
        'https://conversations.twilio.com/v1/Services/IS*/Channels',
        'https://chat.twilio.com/v2/Services/x/Channels/CH*',
        'https://monitor.twilio.com/v1/Events/AE*',
        '/Events/EV*',
        '/Activities/WA*',
        '/Workspaces/a/b/Activities/WA*',
        '/2010-04-01/Accounts/AC*',
        '/my tasks!/WT*',
        '/WT*',
        'The workspace sid: WT*',
        'Workspace SID: WT*',
        'In this workspace WT* waits.',
        'workspace: WT*',
        'workspaceId: WT*',
        'workspace_sids: WT*',
        'the workspace_sid WT*',
        'sid: WT*',
        'messaging_service_sid: MG*',
        'inside: WT*',
        'WORKSPACE_SID ? WT*',
        'WT*',
        '',
      ].map((text) => [text, ...(text.match(/[A-Z]{2}\*/g) ?? []).map(() => '-')]),
    );
  });

  describe("is one of TaskRouter's own", () => {
    itPlaces([
      // A workflow's configuration, as JSON and as it stands in a string.
      ['{"task_routing":{"filters":[{"targets":[{"queue":"WW*"}]}]}}', 'key queue WQ'],
      ['{"default_filter": { "queue": "WQ*" }}', 'key queue WQ'],
      ['{\\"default_filter\\":{\\"queue\\":\\"WK*\\"}}', 'key queue WQ'],
      [`targets: [{ queue: 'WQ*' }]`, 'key queue WQ'],
      [`'default_filter' => ['queue' => 'WQ*']`, 'key queue WQ'],
      ['filters:\n  - queue: WQ*', 'key queue WQ'],
      // Studio's Send to Flex.
      ['{"workflow":"WQ*","channel":"WW*"}', 'key workflow WW', 'key channel TC WC'],
      ['"workflow": "WW*",\n  "channel": "TC*"', 'key workflow WW', 'key channel TC WC'],
      // Fields of answers and of webhooks.
      ['{"longest_task_waiting_sid":"WK*"}', 'key longest_task_waiting_sid WT'],
      ['longestTaskWaitingSid: "WT*"', 'key longestTaskWaitingSid WT'],
      ['"longest_relative_task_sid_in_queue":"WT*"', 'key longest_relative_task_sid_in_queue WT'],
      ['"routing_target": "WT*"', 'key routing_target WK WQ WW'],
      [`{ routingTarget: 'WK*' }`, 'key routingTarget WK WQ WW'],
      ['RoutingTarget=WS*', 'key RoutingTarget WK WQ WW'],
      ['"flexInteractionSid":"KD*"', 'key flexInteractionSid KD'],
      ['flex_interaction_sid=UO*', 'key flex_interaction_sid KD'],
      ['"flexInteractionChannelSid": "KD*"', 'key flexInteractionChannelSid UO'],
      ['flexChannelInviteSid: "KG*"', 'key flexChannelInviteSid KG'],
      // Constants for what an account has several of.
      ['ACTIVITY_BREAK_SID=WW*', 'key ACTIVITY_BREAK_SID WA'],
      ['TWILIO_ACTIVITY_ON_A_CALL_SID: WA*', 'key TWILIO_ACTIVITY_ON_A_CALL_SID CA WA'],
      ['activityOfflineSid = "WS*"', 'key activityOfflineSid WA'],
      ['REACT_APP_WORKFLOW_SALES_SID=WQ*', 'key REACT_APP_WORKFLOW_SALES_SID WW'],
      ['TASK_QUEUE_EVERYONE_SID="WW*"', 'key TASK_QUEUE_EVERYONE_SID WQ'],
      // The type beside a SID, on either side.
      ['ResourceType=Task&ResourceSid=WR*', 'key ResourceSid WT'],
      [
        'EventType=x&ResourceType=reservation&TaskSid=WT*&ResourceSid=WR*',
        'key TaskSid WT UD',
        'key ResourceSid WR',
      ],
      ['{"resource_sid":"WT*","resource_type":"worker"}', 'key resource_sid WK'],
      ['"resource_sid": "WK*",\n        "resource_type": "worker"', 'key resource_sid WK'],
      ['"actor_sid": "WK*",\n  "actor_type": "workspace"', 'key actor_sid WS'],
      ["'ResourceType' => 'TaskQueue', 'ResourceSid' => 'WW*'", 'key ResourceSid WQ'],
      // The command line of Twilio, in either spelling, over several lines.
      ['twilio api:taskrouter:v1:workspaces:tasks:fetch --sid WK*', 'key sid WT'],
      [
        'twilio api:taskrouter:v1:workspaces:tasks:fetch --workspace-sid WS* --sid WK*',
        'key workspace-sid WS',
        'key sid WT',
      ],
      ['twilio api:taskrouter:v1:workspaces:update --sid=WT*', 'key sid WS'],
      ['twilio api taskrouter v1 workspaces task-queues fetch --sid "WW*"', 'key sid WQ'],
      ['twilio api:taskrouter:v1:workspaces:workers:channels:fetch \\\n  --sid WK*', 'key sid WC'],
      ['a; twilio api:taskrouter:v1:workspaces:activities:remove -p eu --sid WA*', 'key sid WA'],
      // Topics with dots, and addresses as PHP's JSON has them.
      ['workers.WQ*', 'path workers WK'],
      ['workspaces.WS*.tasks.WQ*', 'path workspaces WS', 'path tasks WT'],
      ['"\\/v1\\/Workspaces\\/WT*\\/Tasks\\/WS*"', 'path Workspaces WS', 'path Tasks WT'],
    ]);
  });

  describe('is an argument of a library that has classes, or one for each resource', () => {
    itPlaces([
      ['Task.fetcher("WT*", "WS*").fetch()', 'call fetcher WS', 'call fetcher WT'],
      ['Task.updater(\n    "WS*",\n    "WT*")', 'call updater WS', 'call updater WT'],
      ['Task.deleter(System.getenv("WORKSPACE_SID"), "WS*").delete()', 'call deleter WT'],
      ['Worker.fetcher(workspaceSid, "WT*")', 'call fetcher WK'],
      [
        'Reservation.fetcher("WS*", "WT*", "WR*")',
        'call fetcher WS',
        'call fetcher WT WK',
        'call fetcher WR',
      ],
      ['WorkerChannel.fetcher(WS, "WK*", "WC*")', 'call fetcher WK', 'call fetcher WC'],
      ['Task.creator("WT*")', 'call creator WS'],
      ['TaskQueueStatistics.fetcher("WS*", "WW*")', 'call fetcher WS', 'call fetcher WQ'],
      ['TaskResource.Fetch("WT*", "WS*")', 'call Fetch WS', 'call Fetch WT'],
      [
        'await WorkflowResource.UpdateAsync(pathWorkspaceSid: ws, pathSid: "WQ*")',
        'call UpdateAsync WW',
      ],
      [
        'TaskResource.Delete(pathSid: "WS*", pathWorkspaceSid: "WT*")',
        'call Delete WT',
        'key pathWorkspaceSid WS',
      ],
      [
        'new FetchTaskOptions("WT*", "WS*")',
        'call FetchTaskOptions WS',
        'call FetchTaskOptions WT',
      ],
      ['client.TaskrouterV1.FetchTask("WT*", "WS*")', 'call FetchTask WS', 'call FetchTask WT'],
      [
        'c.TaskrouterV1.UpdateTaskReservation("WS*", "WT*", "WT*", params)',
        'call UpdateTaskReservation WS',
        'call UpdateTaskReservation WT',
        'call UpdateTaskReservation WR',
      ],
      ['client.TaskrouterV1.ListTask("WS*", params)', 'call ListTask WS'],
      ['c.TaskRouter.V1.Workspace("WT*").Task("WS*").Fetch()', 'call Workspace WS', 'call Task WT'],
      ['c.Workspace("WS*").Activity("WW*")', 'call Workspace WS', 'call Activity WA'],
      ['params.SetWorkflowSid("WQ*")', 'call SetWorkflowSid WW'],
      ['task.setTaskQueueSid("WW*")', 'call setTaskQueueSid WQ'],
      ['new Enqueue.Builder().workflowSid("WQ*")', 'call workflowSid WW'],
      ['$options->setActivitySid("WK*")', 'call setActivitySid WA'],
    ]);
  });

  describe('is none of those, as it may be', () => {
    itPlaces(
      [
        // A SID of another product shows that it is that product's place.
        '{"queue": "QU*"}',
        `const chat = { channel: 'CH*' };`,
        '"channel": "UO*"',
        'WORKFLOW_FUNCTION_SID=ZH*',
        'ACTIVITY_SYNC_MAP_SID=MP*',
        'Event.fetcher("AE*")',
        'Task.fetcher("UA*", "UD*")',
        // Prose, and names that say something else.
        'It was moved to the queue: WW*',
        'On this channel: WW*',
        'the workflow WT*',
        'my_queue: WW*',
        'activitySids: WW*',
        'ACTIVITY_SID_NOTE=WW*',
        'TASK_RECORDING_SID=WT*',
        'agents.WQ*',
        'x.channels.WW*',
        // No type beside it, or that of another object.
        'ResourceSid=WR*',
        '{"resource_type":"task"},{"resource_sid":"WR*"}',
        'ResourceType=Unheard&ResourceSid=WR*',
        'actor_type=worker&resource_sid=WR*',
        // Another command, and another one's flag.
        'twilio api:video:v1:rooms:fetch --sid WT*',
        'twilio api:taskrouter:v1:workspaces:tasks:fetch\nother --sid WS*',
        'twilio api:taskrouter:v1:workspaces:tasks:fetch | other --sid WS*',
        '--sid WS*',
        // Anybody's functions.
        'db.FetchTask("WR*")',
        'service.UpdateTask("WR*", "WS*")',
        'Cache.fetcher("WT*", "WS*")',
        'TaskStore.Fetch("WR*")',
        'Task.fetcher(a, b, "WR*")',
        'Task.reader(ws, "WR*")',
        'f(a, "WT*")',
        '["WT*", "WS*"]',
        'x.getTaskBySid("WR*")',
      ].map((text) => [text, ...(text.match(/[A-Z]{2}\*/g) ?? []).map(() => '-')]),
    );
  });

  describe('makes more be meant as a SID', () => {
    const kindsIn = (text: string) =>
      Array.from(findSidsInContext(expand(text)), ({ kind }) => kind);

    for (const text of [
      `"task_sid": "WT${HEX.slice(3)}"`,
      `workspaceSid = 'WS${HEX}000'`,
      `/Workspaces/WS${HEX.slice(3)}/Tasks`,
      `/v1/Workspaces/WS*/Tasks/WT${HEX}abc`,
      `client.tasks('WT${HEX.slice(3)}')`,
      `{"queue":"WQ${HEX.slice(3)}"}`,
      `"messaging_service_sid": "MG${HEX.slice(3)}"`,
      `https://verify.twilio.com/v2/Services/VA${HEX}123`,
      `task_sid=wt${HEX.slice(1)}`,
      `task_sid: ZZ${HEX.slice(1)}`,
      `workspace_sid=AC${'0A'.repeat(15)}`,
    ]) {
      it(JSON.stringify(text), () => {
        assert.ok(kindsIn(text).includes('malformed'));
      });
    }

    for (const text of [
      `"id": "WT${HEX.slice(3)}"`,
      `ref=WT${HEX}000`,
      `"task_sid": "WT${HEX.slice(4)}"`,
      `"task_sid": "WT${HEX}0000"`,
      `"task_sid": "4711"`,
      `/objects/AC${'0A'.repeat(15)}`,
      `/x/WT${HEX.slice(1)}`,
      `/WT${HEX}0`,
      `a == b==WT${HEX}0`,
      `ab+cd=WT${HEX}0`,
      `word\n=WT${HEX}0`,
      `=WT${HEX}0`,
      `aGVs+items/WT${HEX}0`,
      `data:text/plain;base64,items/WT${HEX}0`,
      `id: zz${HEX}`,
      `account_sid: ac${HEX.slice(2).toLowerCase()}`,
    ]) {
      it(`not ${JSON.stringify(text)}`, () => {
        assert.deepEqual(kindsIn(text), []);
      });
    }
  });
});

describe('A SID', () => {
  const misplaced = (text: string) => Array.from(findSidsInContext(expand(text)), isMisplaced);

  it('is misplaced where another kind belongs', () => {
    assert.deepEqual(misplaced('/Workspaces/WT*/Tasks/WS*'), [true, true]);
    assert.deepEqual(misplaced('workspace_sid=WT*, task_sid=WR*'), [true, true]);
    assert.deepEqual(misplaced(`.tasks('WR*')`), [true]);
  });

  it('is not where its kind belongs, or where nothing says what does', () => {
    assert.deepEqual(misplaced('/Workspaces/WS*/Tasks/WT*'), [false, false]);
    assert.deepEqual(misplaced('WT* queue_sid=QU* queue_sid=WQ*'), [false, false, false]);
    assert.deepEqual(misplaced(`assistants.tasks('UD*')`), [false]);
  });

  it('is judged by its letters though it is malformed', () => {
    assert.deepEqual(misplaced('/Tasks/wt* /Tasks/ws*'), [false, true]);
  });

  it('is not misplaced as a placeholder', () => {
    assert.deepEqual(misplaced('/Workspaces/WTXXXXXXXXXXXX'), [false]);
  });
});
