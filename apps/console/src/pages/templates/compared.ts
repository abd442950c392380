import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '~/api/api';
import { type VersionSearch } from './routes';
import { type SampleValues } from './use-rehearsal';
import { type Version } from './version-page';

/** Which version of which template. */
export interface VersionName {
  readonly template: string;
  readonly version: string;
}

export function keyOf({ template, version }: VersionName): string {
  return `${template}@${version}`;
}

interface Compared {
  /** All that can be compared: the versions of the template, then those of its base. */
  readonly names: readonly VersionName[];
  /** Null where there is nothing to compare with. */
  readonly from: VersionName | null;
  readonly to: VersionName;
  readonly sample: SampleValues;
  readonly onChange: (search: Omit<VersionSearch, 'tab'>) => void;
}

/** The two versions that are compared, as the address says, else this one with the one before it, or with its base. */
export function useCompared({ template, version, base }: Version): Compared {
  const search = useSearch({ from: '/shell/templates/$template/$version' });
  const navigate = useNavigate();
  const own = useVersions(template);
  const ofBase = useVersions(base?.id ?? template);
  const names = [...own, ...(base ? ofBase : [])];
  const find = (key: string | undefined) => names.find((each) => keyOf(each) === key);
  const place = own.findIndex((each) => each.version === version);
  const before = own[place + 1] ?? (base && { template: base.id, version: base.version }) ?? own[place - 1];
  return {
    names,
    from: find(search.from) ?? before ?? null,
    to: find(search.to) ?? { template, version },
    sample: readSample(search.sample),
    onChange: (next) =>
      void navigate({
        to: '/templates/$template/$version',
        params: { template, version },
        search: { ...search, tab: 'changes', ...next },
        replace: true,
      }),
  };
}

/** The versions of a template, the newest first. */
function useVersions(template: string): VersionName[] {
  const query = api.useQuery('get', '/api/v1/templates/{template}/versions', {
    params: { path: { template } },
  });
  return (query.data?.items ?? []).map(({ version }) => ({ template, version }));
}

function readSample(text: string | undefined): SampleValues {
  const pairs = (text ?? '').split(',').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
}

export function sampleText(values: SampleValues): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}
