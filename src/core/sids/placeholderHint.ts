import { message } from '../messages/message.ts';

/** What is said of a SID whose digits are all `X`, as documentation writes it: it is no mistake. */
export const placeholderHint = message('A placeholder: put 32 hex digits in place of the X');
