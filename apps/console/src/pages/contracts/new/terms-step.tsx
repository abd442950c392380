import { Form, type FormInstance } from 'antd';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Figures } from '~/parts/text';
import { formatYuan } from '#domain/money/fen';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { applies, type Parameter, type Template, withDefaults } from '../contract/parameters';
import { type Draft } from './draft';
import { ParameterField } from './parameter-field';
import { capitalsOf, reckon } from './reckon';
import { newWords } from './words';

/** Term, amounts, and every other decision of the template. */
export function TermsStep({ template }: { readonly template: Template }) {
  const t = useWords(newWords);
  const form = Form.useFormInstance<Draft>();
  // The whole is watched: what one value is decides over which others there are.
  const given = Form.useWatch((values: Draft) => values.parameters, form) ?? {};
  const values = withDefaults(template, given);
  const shown = template.parameters.filter((parameter) => applies(parameter, values));
  return (
    <>
      <Panel title={t('required')} about={t('requiredHelp')}>
        <div className="form-grid">
          {shown
            .filter(({ required }) => required)
            .map((parameter) => (
              <ParameterField key={parameter.name} parameter={parameter} />
            ))}
        </div>
        <Reckoning template={template} form={form} />
      </Panel>
      <Panel title={t('optional')}>
        {template.clauses.map(({ number, title }) => (
          <ClauseGroup
            key={number}
            number={number}
            title={title}
            parameters={shown.filter((each) => !each.required && each.clause === number)}
          />
        ))}
      </Panel>
    </>
  );
}

interface GroupProps {
  readonly number: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
}

function ClauseGroup({ number, title, parameters }: GroupProps) {
  const t = useWords(newWords);
  if (parameters.length === 0) return null;
  return (
    <details className="clause-group">
      <summary>
        {number === 'Parties' ? title : t('clauseOf', { number, title })} ({parameters.length})
      </summary>
      <div className="form-grid">
        {parameters.map((parameter) => (
          <ParameterField key={parameter.name} parameter={parameter} />
        ))}
      </div>
    </details>
  );
}

interface ReckoningProps {
  readonly template: Template;
  readonly form: FormInstance<Draft>;
}

/** What the amounts come to, in figures and in capitals. */
export function Reckoning({ template, form }: ReckoningProps) {
  const t = useWords(newWords);
  const { money, date } = useFormats();
  const given = Form.useWatch((values: Draft) => values.parameters, { form, preserve: true }) ?? {};
  const { total, fee, months, lastDay } = reckon(template, withDefaults(template, given));
  const capitals = capitalsOf(total);
  return (
    <div aria-live="polite">
      <Facts
        facts={[
          {
            key: 'total',
            label: t('total'),
            value:
              total === null ? (
                t('totalUnknown')
              ) : (
                <>
                  <strong>
                    <Figures>{money(formatYuan(total))}</Figures>
                  </strong>
                  {fee !== null && months !== null && ` (${t('totalOf', { fee: money(fee), months })})`}
                </>
              ),
          },
          ...(capitals === null ? [] : [{ key: 'capitals', label: t('capitals'), value: capitals }]),
          ...(lastDay === null ? [] : [{ key: 'last', label: t('lastDay'), value: date(lastDay) }]),
        ]}
      />
    </div>
  );
}
