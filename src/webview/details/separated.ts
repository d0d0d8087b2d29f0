/** Facts of one line, with a dot between them. */
export function separated(facts: readonly (Node | string)[]): (Node | string)[] {
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]));
}
