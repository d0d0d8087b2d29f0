import { fileURLToPath } from 'node:url';

/** The folder of the OpenAPI documents that the Twilio CLI contains. */
export const twilioDocuments = {
  taskRouter: fileURLToPath(
    import.meta.resolve('@twilio/cli-core/src/services/twilio-api/twilio_taskrouter_v1.json'),
  ),
  flex: fileURLToPath(
    import.meta.resolve('@twilio/cli-core/src/services/twilio-api/twilio_flex_v1.json'),
  ),
} as const;
