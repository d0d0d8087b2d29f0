import { EditorProcesses } from './editorProcess.ts';
import type { EditorSession } from './editorSession.ts';

/** The sessions that a failing test leaves open: pictured and closed by `mochaHooks`. */
export const openSessions = new Set<EditorSession>();

/** The editors of this run, which `mochaHooks` keeps between files. */
export const editorProcesses = new EditorProcesses();
