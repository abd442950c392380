import { Button, Flex, Form, Select } from 'antd';
import { SwapOutlined } from '@ant-design/icons';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { CompareFigures } from './compare-figures';
import { compareWords } from './compare-words';
import { keyOf, sampleText, useCompared, type VersionName } from './compared';
import './compare.css';
import { RedlineView } from './redline-view';
import { type Version } from './version-page';

/** Two versions of the template, or of its base, side by side: what they come to, and what differs between them. */
export function Changes({ data }: { readonly data: Version }) {
  const t = useWords(compareWords);
  const { names, from, to, sample, onChange } = useCompared(data);
  if (from === null)
    return (
      <Panel title={t('title')}>
        <Teach title={t('single')} help={t('singleHelp')} />
      </Panel>
    );
  const [first, second] = [keyOf(from), keyOf(to)];
  return (
    <>
      <Panel title={t('title')} about={t('about')}>
        <Flex gap="small" align="end" wrap>
          <Choice
            label={t('from')}
            names={names}
            value={first}
            onChange={(key) => onChange({ from: key, to: second })}
          />
          <Button
            icon={<SwapOutlined aria-hidden />}
            aria-label={t('swap')}
            onClick={() => onChange({ from: second, to: first })}
          />
          <Choice
            label={t('to')}
            names={names}
            value={second}
            onChange={(key) => onChange({ from: first, to: key })}
          />
        </Flex>
        {first === second && <Teach title={t('same')} help={t('sameHelp')} />}
      </Panel>
      {first !== second && (
        <div key={`${first} ${second}`}>
          <CompareFigures
            {...{ from, to, sample }}
            onSample={(values) => onChange({ sample: sampleText(values) })}
          />
          <RedlineView from={from} to={to} />
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly names: readonly VersionName[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function Choice({ label, names, value, onChange }: ChoiceProps) {
  const id = `compare-${label}`;
  return (
    <Form.Item label={label} htmlFor={id} layout="vertical" className="compare-choice">
      <Select
        id={id}
        value={value}
        onChange={onChange}
        options={names.map((name) => ({ value: keyOf(name), label: `${name.template} ${name.version}` }))}
      />
    </Form.Item>
  );
}
