/** A Task of typical length for a contact centre, by its number. */
export function benchTask(number: number, workspaceSid: string, url: string) {
  const sid = `WT${number.toString(16).padStart(32, '0')}`;
  const attributes = {
    ...{ call_sid: `CA${number.toString(16).padStart(32, '0')}`, from: '+15005550006' },
    ...{ customer: { id: number, tier: 'gold', languages: ['es', 'en'] }, topic: 'billing' },
    ...{ conversations: { conversation_id: sid, media: Array(4).fill({ type: 'voice' }) } },
  };
  const created = new Date(Date.UTC(2026, 10, 23) - number * 1000).toISOString();
  const own = `${url}/v1/Workspaces/${workspaceSid}`;
  const text = JSON.stringify({
    ...{ account_sid: `AC${'0'.repeat(32)}`, addons: '{}', age: number, priority: number % 10 },
    ...{ assignment_status: 'pending', attributes: JSON.stringify(attributes), reason: null },
    ...{ date_created: created, date_updated: created, task_queue_entered_date: created, sid },
    ...{ task_channel_sid: `TC${'0'.repeat(32)}`, task_channel_unique_name: 'voice' },
    ...{ task_queue_sid: `WQ${'0'.repeat(32)}`, task_queue_friendly_name: 'Billing (Spanish)' },
    ...{ timeout: 86_400, virtual_start_time: created, ignore_capacity: false },
    ...{ workflow_sid: `WW${'0'.repeat(32)}`, workflow_friendly_name: 'Inbound calls' },
    ...{ workspace_sid: workspaceSid, routing_target: null, url: `${own}/Tasks/${sid}` },
    links: { workspace: own, reservations: `${own}/Tasks/${sid}/Reservations` },
  });
  return { sid, text };
}
