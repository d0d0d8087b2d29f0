/** The Task that a path asks for, as JSON. */
export function taskText(path = ''): string {
  const [, , , workspaceSid, , taskSid] = path.split('/');
  return JSON.stringify({
    sid: taskSid,
    workspace_sid: workspaceSid,
    assignment_status: 'pending',
    age: 75,
    attributes: '{"customer":"Zoë"}',
  });
}
