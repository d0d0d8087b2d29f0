import { sampleSid } from './sampleSid.ts';

/** The SID of what a simulated Workspace calls `name`: a queue, a Worker, the key of a Task. */
export function sidIn(workspace: { readonly name: string }, prefix: string, name: string): string {
  return sampleSid(prefix, `${workspace.name}/${name}`);
}
