import { PactaError, type ApiProblem } from '#client/client';

/** Fetches a file of the API, so that a refusal can be said beside the button instead of in its place. */
export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) {
    const problem = (await response.json().catch(() => undefined)) as ApiProblem | undefined;
    throw new PactaError(response.status, problem);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** Gives bytes to the browser to be kept. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
