/**
 * The paths that a template such as `/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}` stands for: each
 * parameter takes the SIDs that the list before it has.
 *
 * @param sidsIn the SIDs in the list at a path; empty if there is no such list
 */
export async function* pathsOf(
  template: string,
  sidsIn: (path: string) => Promise<readonly string[]>,
): AsyncGenerator<string> {
  const [before = '', after] = template.split(/\/\{\w+\}(.*)/s);
  if (after === undefined) {
    yield before;
    return;
  }
  for (const sid of await sidsIn(before)) yield* pathsOf(`${before}/${sid}${after}`, sidsIn);
}
