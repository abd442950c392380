import { Button, Tag } from 'antd';
import { FaultList } from '~/parts/fault-list';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { type Acceptance, type Proof } from './check-runs';
import { checkWords } from './check-words';
import { type Files } from './files';
import { caseFile, foundAt } from './rule-files';
import { templateWords } from './words';

type Case = Acceptance['cases'][number];
type Check = Proof['checks'][number];

interface InFiles {
  /** The files that were looked at, and how one of them is opened; left out where nothing can be edited. */
  readonly files?: Files;
  readonly onOpen?: (file: string) => void;
}

export function Verdict({ passed }: { readonly passed: boolean }) {
  const t = useWords(templateWords);
  return <Tag color={passed ? 'success' : 'error'}>{passed ? t('passed') : t('failed')}</Tag>;
}

/** Why a case could not be run, or where something else came out than it expects. */
export function CaseFaults({ faults, differences }: Pick<Case, 'faults' | 'differences'>) {
  return (
    <>
      {faults.length > 0 && <FaultList faults={faults} />}
      {differences.map((difference) => (
        <Difference key={difference} text={difference} />
      ))}
    </>
  );
}

/** `path: expected … got …`, as the API says it, in the words of the page. */
function Difference({ text }: { readonly text: string }) {
  const t = useWords(checkWords);
  const [, path, expected, got] = /^(.*?): expected (.*) got (.*)$/s.exec(text) ?? [];
  if (path === undefined) return <div className="check-difference">{text}</div>;
  return (
    <div className="check-difference">
      <code>{path}</code>
      <div>
        <Secondary>{t('expected')}</Secondary> <code>{expected}</code>
      </div>
      <div>
        <Secondary>{t('got')}</Secondary> <code className="text-danger">{got}</code>
      </div>
    </div>
  );
}

/** A case that fails, with the way to the file that says what it expects. */
export function FailedCase({ data, files, onOpen }: { readonly data: Case } & InFiles) {
  const file = files ? caseFile(data.name, files) : null;
  return (
    <li>
      <strong>{data.name}</strong> <OpenFile file={file} onOpen={onOpen} />
      <CaseFaults {...data} />
    </li>
  );
}

/** The counter-examples of a check of the proof, with the rules that they are about and the way to their files. */
export function CounterExamples({ check, files, onOpen }: { readonly check: Check } & InFiles) {
  const t = useWords(checkWords);
  const own = useWords(templateWords);
  const language = useLanguage();
  const { counterExamples } = check;
  const hidden = Number(check['failures'] ?? counterExamples.length) - counterExamples.length;
  const found = counterExamples.map((finding) => files && foundAt(finding, check['clause'], files));
  const paths = new Set(found.flatMap((each) => each?.file ?? []));
  const ofBase = new Set(found.flatMap((each) => (each && each.file === null ? each.set : [])));
  return (
    <>
      {counterExamples.map((finding, index) => (
        <div key={JSON.stringify(finding.inputs) + finding.sentence.en} className="check-difference">
          <Secondary>{own('counterExample')}: </Secondary>
          {finding.sentence[language]}
          {found[index]?.rules.map((rule) => (
            <Secondary key={rule}> {t('rule', { rule })}</Secondary>
          ))}
        </div>
      ))}
      {hidden > 0 && <Secondary>{t('more', { count: hidden })} </Secondary>}
      {[...ofBase].map((set) => (
        <Secondary key={set}>{t('ofBase', { set })} </Secondary>
      ))}
      {[...paths].map((file) => (
        <OpenFile key={file} file={file} onOpen={onOpen} />
      ))}
    </>
  );
}

interface OpenProps {
  readonly file: string | null;
  readonly onOpen: InFiles['onOpen'];
}

function OpenFile({ file, onOpen }: OpenProps) {
  const t = useWords(checkWords);
  if (file === null || !onOpen) return null;
  return (
    <Button type="link" size="small" className="check-link" onClick={() => onOpen(file)}>
      {t('openFile', { file })}
    </Button>
  );
}
