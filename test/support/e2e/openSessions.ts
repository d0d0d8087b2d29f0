import type { EditorSession } from './editorSession.ts';

/** The sessions that a failing test leaves open: pictured and closed by `mochaHooks`. */
export const openSessions = new Set<EditorSession>();
