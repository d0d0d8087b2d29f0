/** The command that asks for other credentials for a profile, given by its id; true if there are some. */
export const CHANGE_CREDENTIALS = '_taskrouter.changeCredentials';

/** The command that asks for credentials of another region than that of a profile, given by its id. */
export const CHANGE_REGION = '_taskrouter.changeRegion';
