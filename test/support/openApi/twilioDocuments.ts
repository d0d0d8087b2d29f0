import { fileURLToPath } from 'node:url';

/** Where the OpenAPI documents are that Twilio's own command line works by. */
export const twilioDocuments = {
  taskRouter: fileURLToPath(
    import.meta.resolve('@twilio/cli-core/src/services/twilio-api/twilio_taskrouter_v1.json'),
  ),
  flex: fileURLToPath(
    import.meta.resolve('@twilio/cli-core/src/services/twilio-api/twilio_flex_v1.json'),
  ),
} as const;
