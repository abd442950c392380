/** Whether a change was only stored, since the workflow service did not answer in time: it will be carried out. */
export function isStored(output: unknown): boolean {
  return (
    typeof output === 'object' &&
    output !== null &&
    'command' in output &&
    'status' in output &&
    output.status === 'pending'
  );
}
