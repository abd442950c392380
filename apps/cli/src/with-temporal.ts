import { type Client } from '@temporalio/client';
import { connectClient, temporalSettings } from '#temporal/connection';
import { payloadKeysHere, runningServers } from './running.js';

/** Works with the Temporal that the environment names, else with that of the `pacta start` that runs. */
export async function withTemporal(use: (client: Client) => Promise<void>): Promise<void> {
  const { temporalAddress, temporalNamespace } = runningServers(process.env);
  // Payloads are decrypted here: a history tells nothing otherwise.
  const settings = temporalSettings({
    ...process.env,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    PACTA_PAYLOAD_KEYS: payloadKeysHere(process.env),
  });
  const client = await connectClient(settings);
  try {
    await use(client);
  } finally {
    await client.connection.close();
  }
}
