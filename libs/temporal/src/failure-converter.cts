import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures go where payloads go, so that they are encrypted with them. Bundled into workflows too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
