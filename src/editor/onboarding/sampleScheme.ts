/** The scheme of the walkthrough's sample file. */
export const SAMPLE_SCHEME = 'taskrouter-sample';
