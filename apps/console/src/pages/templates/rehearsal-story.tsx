import { useFormats } from '~/words/formats';
import { useLanguage } from '~/words/words';
import { type SampleTerm } from './use-rehearsal';

/** The ledger of the sample term in sentences. */
export function Story({ lines }: Pick<SampleTerm, 'lines'>) {
  const formats = useFormats();
  const language = useLanguage();
  return (
    <ol className="sample-story">
      {numbered(lines).map(({ number, at, text }) => (
        <li key={number}>
          <span className="figures text-secondary">{formats.instant(at)}</span> {text[language]}
        </li>
      ))}
    </ol>
  );
}

/** Nothing in a line names it: its place does. */
function numbered(lines: SampleTerm['lines']) {
  return lines.map((line, number) => ({ ...line, number }));
}
