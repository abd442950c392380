import { useState } from 'react';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Files } from './files';
import { useDebounced } from './use-debounced';

export type SampleTerm = components['schemas']['TemplateRehearsal'];
export type SampleValues = Readonly<Record<string, string>>;

/** A sample term that is played again as values and files change. */
export interface Rehearsal {
  readonly query: UseQueryResult<SampleTerm>;
  /** What came of it, or of the last one that could be played. */
  readonly term: SampleTerm | undefined;
  /** The same under the saved version; undefined where nothing is being changed. */
  readonly before: SampleTerm | undefined;
  /** What was typed for the sample contract, where something was. */
  readonly values: SampleValues;
  readonly onValues: (values: SampleValues) => void;
}

interface Wish {
  readonly template: string;
  readonly version: string;
  /** What is being typed; the saved version then stands beside it. */
  readonly files?: Files | undefined;
}

const PAUSE_MILLISECONDS = 500;
/** What a contract gives; the variant may have fixed it. */
export const ASKED = ['termMonths', 'monthlyFee', 'penaltyPermille'] as const;

export function useRehearsal({ template, version, files }: Wish): Rehearsal {
  const [values, setValues] = useState<SampleValues>({});
  const parameters = useDebounced(values, PAUSE_MILLISECONDS);
  const typed = useDebounced(files, PAUSE_MILLISECONDS);
  const saved = useSampleTerm({ template, version }, parameters);
  const changed = useSampleTerm({ template, version, files: typed }, parameters);
  const query = typed ? changed : saved;
  const [kept, setKept] = useState(query.data);
  if (query.data !== undefined && query.data !== kept) setKept(query.data);
  return {
    query,
    term: query.data ?? kept,
    before: typed ? saved.data : undefined,
    values,
    onValues: setValues,
  };
}

/** The sample term of a version, or of files that are not saved. */
export function useSampleTerm({ template, version, files }: Wish, parameters: SampleValues) {
  const may = useMay();
  return useQuery({
    queryKey: ['rehearse', template, version, files ?? null, parameters],
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    enabled: may('POST /api/v1/templates/:template/versions/:version/rehearse'),
    queryFn: () =>
      answered(
        client.POST('/api/v1/templates/{template}/versions/{version}/rehearse', {
          params: { path: { template, version } },
          body: { parameters: asGiven(parameters), ...(files && { files }) },
        }),
      ),
  });
}

/** Whole numbers are numbers in a template; money and ratios are text. */
function asGiven(parameters: SampleValues): Record<string, string | number> {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return Object.fromEntries(
    given.map(([name, value]) => [name, name === 'termMonths' ? Number(value) : value]),
  );
}
