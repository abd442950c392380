/** Who did something, without what the API puts before names: an account, or a token of the identity provider. */
export function whoText(name: string): string {
  return name.replace(/^(?:account|oidc):/, '');
}
