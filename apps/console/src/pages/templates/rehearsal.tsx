import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Collapse, Flex, Form, Input } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { useWords } from '~/words/words';
import { type Files } from './files';
import { RehearsalFigures, RehearsalMonths } from './rehearsal-figures';
import { rehearsalWords } from './rehearsal-words';
import { Story } from './rehearsal-story';
import { useDebounced } from './use-debounced';

export type SampleTerm = components['schemas']['TemplateRehearsal'];

interface Props {
  readonly template: string;
  readonly version: string;
  /** What is being typed; the saved version then stands beside it. */
  readonly files?: Files | undefined;
}

const PAUSE_MILLISECONDS = 500;
/** What a contract gives; the variant may have fixed it. */
const ASKED = ['termMonths', 'monthlyFee', 'penaltyPermille'] as const;

/** A whole sample term under the version, played again as soon as something is changed. */
export function LiveRehearsal({ template, version, files }: Props) {
  const t = useWords(rehearsalWords);
  const may = useMay();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const parameters = useDebounced(values, PAUSE_MILLISECONDS);
  const typed = useDebounced(files, PAUSE_MILLISECONDS);
  const saved = useSampleTerm({ template, version }, parameters);
  const changed = useSampleTerm({ template, version, files: typed }, parameters);
  if (!may('POST /api/v1/templates/:template/versions/:version/rehearse')) return null;
  return (
    <Panel title={t('title')} about={t('about')}>
      <Inputs given={(typed ? changed : saved).data?.parameters ?? {}} values={values} onChange={setValues} />
      {changed.error !== null && <ProblemAlert error={changed.error} />}
      <Asked query={typed ? changed : saved} rows={8}>
        {(term) => (
          <>
            <RehearsalFigures term={term} before={typed ? saved.data : undefined} />
            <RehearsalMonths term={term} before={typed ? saved.data : undefined} />
            <Collapse
              items={[
                {
                  key: 'story',
                  label: t('story', { count: term.lines.length }),
                  children: <Story lines={term.lines} />,
                },
              ]}
            />
          </>
        )}
      </Asked>
    </Panel>
  );
}

function useSampleTerm({ template, version, files }: Props, parameters: Readonly<Record<string, string>>) {
  return useQuery({
    queryKey: ['rehearse', template, version, files ?? null, parameters],
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
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
function asGiven(parameters: Readonly<Record<string, string>>): Record<string, string | number> {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return Object.fromEntries(
    given.map(([name, value]) => [name, name === 'termMonths' ? Number(value) : value]),
  );
}

interface InputsProps {
  readonly given: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

function Inputs({ given, values, onChange }: InputsProps) {
  const t = useWords(rehearsalWords);
  return (
    <Form layout="vertical" component="div">
      <Flex gap="small" wrap>
        {ASKED.filter((name) => name in given).map((name) => (
          <Form.Item key={name} label={t(name)} htmlFor={`rehearse-${name}`}>
            <Input
              id={`rehearse-${name}`}
              className="value-field"
              inputMode="decimal"
              value={values[name] ?? String(given[name])}
              onChange={({ target }) => onChange({ ...values, [name]: target.value })}
            />
          </Form.Item>
        ))}
      </Flex>
    </Form>
  );
}
