/** The command that asks for other credentials for a profile, given by its id; true if there are some. */
export const CHANGE_CREDENTIALS = '_taskrouter.changeCredentials';
