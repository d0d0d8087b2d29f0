import { SharedAccount } from '../server/sharedAccount.ts';
import { EditorProcesses } from './editorProcess.ts';
import type { EditorSession } from './editorSession.ts';

/** Sessions that are still open; `mochaHooks` closes those of a failed test, with a screenshot. */
export const openSessions = new Set<EditorSession>();

/** The editors of this run, which `mochaHooks` keeps between files. */
export const editorProcesses = new EditorProcesses();

/** The account of all sessions that need one, so that one can continue in the window of another. */
export const sharedAccount = new SharedAccount();

/** What the command line of this run says. */
export const runOptions = {
  /** Whether tests that pass leave pictures, too. Each takes an eighth of a second. */
  takesPictures: false,
};
