import { Collapse, Flex, Form, Input } from 'antd';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { useWords } from '~/words/words';
import { RehearsalFigures, RehearsalMonths } from './rehearsal-figures';
import { rehearsalWords } from './rehearsal-words';
import { Story } from './rehearsal-story';
import { ASKED, type Rehearsal, useRehearsal } from './use-rehearsal';

interface Props {
  readonly template: string;
  readonly version: string;
}

/** A whole sample term under a version that stands. */
export function VersionRehearsal({ template, version }: Props) {
  return <LiveRehearsal rehearsal={useRehearsal({ template, version })} />;
}

/** A whole sample term under the version, played again as soon as something is changed. */
export function LiveRehearsal({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = useWords(rehearsalWords);
  const may = useMay();
  const { query, term, before, values, onValues } = rehearsal;
  if (!may('POST /api/v1/templates/:template/versions/:version/rehearse')) return null;
  return (
    <Panel title={t('title')} about={t('about')}>
      <SampleInputs given={term?.parameters ?? {}} values={values} onChange={onValues} />
      {/* What was last played stays below what is wrong now. */}
      {query.error !== null && term !== undefined && <ProblemAlert error={query.error} />}
      <Asked query={{ ...query, data: term }} rows={8}>
        {(term) => (
          <>
            <RehearsalFigures term={term} before={before} />
            <RehearsalMonths term={term} before={before} />
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

interface InputsProps {
  readonly given: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** The values that a contract gives, to be tried. */
export function SampleInputs({ given, values, onChange }: InputsProps) {
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
