import { Button, Flex, Segmented } from 'antd';
import { CheckOutlined, WarningOutlined } from '@ant-design/icons';
import { bindableIn } from '#templates/binding-slips';
import { bindingsIn } from '#templates/bindings';
import { Secondary } from '~/parts/text';
import { type Language, LANGUAGES, useWords } from '~/words/words';
import { type ClauseRow, type Parameter } from './clause-model';
import { useBindingLabel } from './clause-slips';
import { clauseWords } from './clause-words';

interface Props {
  readonly row: ClauseRow;
  readonly parameters: readonly Parameter[];
  /** The text that was written in last. */
  readonly into: Language;
  readonly onInto: (language: Language) => void;
  readonly onInsert: (name: string) => void;
  readonly isDisabled: boolean;
}

/** What the clause may bind, each by its name for people; a click inserts it where the cursor was. */
export function ClauseChips({ row, parameters, into, onInto, onInsert, isDisabled }: Props) {
  const t = useWords(clauseWords);
  const labelOf = useBindingLabel(parameters);
  const languages = LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }));
  return (
    <div className="clause-chips">
      <Flex gap="small" align="center" wrap>
        <Secondary>{t('binds')}</Secondary>
        {!isDisabled && (
          <>
            <Secondary>{t('insertInto')}</Secondary>
            <Segmented size="small" value={into} options={languages} onChange={onInto} />
          </>
        )}
      </Flex>
      <Flex gap={6} wrap role="group" aria-label={t('binds')}>
        {bindableIn(row.number, parameters).map((name) => (
          <Chip
            key={name}
            name={name}
            label={labelOf(name)}
            printed={
              LANGUAGES.filter((each) => bindingsIn(row.sides[each]?.text ?? '').includes(name)).length
            }
            onInsert={onInsert}
            isDisabled={isDisabled}
          />
        ))}
      </Flex>
    </div>
  );
}

interface ChipProps extends Pick<Props, 'onInsert' | 'isDisabled'> {
  readonly name: string;
  readonly label: string;
  /** In how many languages it is printed. */
  readonly printed: number;
}

function Chip({ name, label, printed, onInsert, isDisabled }: ChipProps) {
  const t = useWords(clauseWords);
  const state = printed === LANGUAGES.length ? 'inBoth' : printed === 0 ? 'inNone' : 'inOne';
  const icon = state === 'inBoth' ? <CheckOutlined aria-hidden /> : <WarningOutlined aria-hidden />;
  return (
    <Button
      size="small"
      shape="round"
      className={`clause-chip is-${state}`}
      disabled={isDisabled}
      icon={state === 'inNone' ? undefined : icon}
      title={`{{${name}}} · ${t(state)}`}
      aria-label={`${label} (${name}), ${t(state)}`}
      onClick={() => onInsert(name)}
    >
      {label}
    </Button>
  );
}
