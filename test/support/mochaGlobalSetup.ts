/**
 * Fails the test during which a promise is rejected that nobody looks at. mocha takes the event, and
 * says nothing.
 */
export function mochaGlobalSetup(): void {
  process.on('unhandledRejection', (reason) => {
    if (isOfTheEditor(reason)) return;
    throw new Error('A promise was rejected, and nobody looked at it', { cause: reason });
  });
}

/** An extension host has some of its own, as where VS Code 1.100 misses a program that npm did not bring. */
function isOfTheEditor(reason: unknown): boolean {
  const stack = reason instanceof Error ? (reason.stack ?? '') : '';
  return stack.includes('/out/vs/') && !/\/(?:dist|integration)\//.test(stack);
}
