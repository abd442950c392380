import { useRef, useState } from 'react';
import { Button, Flex, Tag } from 'antd';
import { type CodeCursor } from '~/parts/code-editor/props';
import { Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { type Language, LANGUAGES, useLanguage, useWords } from '~/words/words';
import { ClauseChips } from './clause-chips';
import { type ClauseRow, type ClauseSide, type Parameter } from './clause-model';
import { ClausePreview } from './clause-preview';
import { ClauseSideEditor } from './clause-side';
import { type Values } from './clause-values';
import { clauseWords } from './clause-words';

interface Props {
  readonly row: ClauseRow;
  readonly parameters: readonly Parameter[];
  readonly values: Values;
  readonly texts: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  readonly slipsOf: (language: Language) => readonly string[];
  readonly onChange: (language: Language, change: Pick<ClauseSide, 'title' | 'text'>) => void;
  /** Of a variant: how a clause of the base becomes its own, and how it becomes the base's again. */
  readonly onOwn: (() => void) | null;
  readonly onBases: (() => void) | null;
}

/** The clause that is being written: what it binds, its text in both languages, and what a contract prints of it. */
export function ClauseDesk({ row, parameters, onOwn, onBases, ...props }: Props) {
  const t = useWords(clauseWords);
  const pageLanguage = useLanguage();
  const [into, setInto] = useState<Language>(pageLanguage);
  const cursors = { 'zh-CN': useRef<CodeCursor>(null), en: useRef<CodeCursor>(null) };
  const isOwn = LANGUAGES.some((language) => row.sides[language]?.isOwn === true);
  return (
    <>
      <Flex gap="small" align="center" wrap justify="space-between" className="clause-head">
        <h3>
          {t('clause', { number: row.number })}{' '}
          {onOwn && <Tag color={isOwn ? 'processing' : 'default'}>{t(isOwn ? 'own' : 'asBase')}</Tag>}
        </h3>
        {onBases && isOwn && <Button onClick={onBases}>{t('takeBase')}</Button>}
      </Flex>
      {onOwn && !isOwn && (
        <Teach
          title={t('asBase')}
          help={t('writeOwnHelp')}
          action={
            <Button type="primary" onClick={onOwn}>
              {t('writeOwn')}
            </Button>
          }
        />
      )}
      <ClauseChips
        {...{ row, parameters, into }}
        isDisabled={!isOwn}
        onInto={setInto}
        onInsert={(name) => cursors[into].current?.insert(`{{${name}}}`)}
      />
      <div className="clause-pair">
        {LANGUAGES.map((language) => (
          <Half
            key={language}
            {...{ ...props, row, parameters, language }}
            cursor={cursors[language]}
            onFocus={() => setInto(language)}
          />
        ))}
      </div>
    </>
  );
}

interface HalfProps extends Omit<Props, 'onOwn' | 'onBases'> {
  readonly language: Language;
  readonly cursor: Parameters<typeof ClauseSideEditor>[0]['cursor'];
  readonly onFocus: () => void;
}

function Half({ row, language, parameters, slipsOf, values, texts, onChange, cursor, onFocus }: HalfProps) {
  const t = useWords(clauseWords);
  const side = row.sides[language];
  if (side === null) return <Secondary>{t('onlyLanguage')}</Secondary>;
  return (
    <section aria-label={t(`language.${language}`)}>
      {side.isOwn && (
        <ClauseSideEditor
          key={row.number}
          {...{ number: row.number, language, side, parameters, cursor, onFocus }}
          slips={slipsOf(language)}
          onChange={(change) => onChange(language, change)}
        />
      )}
      <ClausePreview
        {...{ number: row.number, side, language, parameters, values }}
        texts={texts[language]}
      />
    </section>
  );
}
