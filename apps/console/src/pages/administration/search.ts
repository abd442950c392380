const TABS = ['people', 'keys', 'webhooks'] as const;

export interface AdministrationSearch {
  readonly tab?: (typeof TABS)[number];
}

export function searchOf({ tab }: Record<string, unknown>): AdministrationSearch {
  const known = TABS.find((each) => each === tab);
  return known === undefined ? {} : { tab: known };
}
