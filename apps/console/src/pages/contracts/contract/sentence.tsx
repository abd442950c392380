import { type Bilingual, usePicked } from '~/parts/picked';
import { RequestLink } from '~/parts/contract-link';

interface Props {
  readonly contract: string;
  readonly text: Bilingual;
  readonly request: string | null;
}

/** A sentence of the timeline; the request that it names leads to its page. */
export function Sentence({ contract, text, request }: Props) {
  const sentence = usePicked()(text);
  if (request === null) return sentence;
  const link = <RequestLink contract={contract} request={request} />;
  const [before, ...rest] = sentence.split(request);
  if (before === undefined || rest.length === 0)
    return (
      <span className="sentence">
        {sentence} {link}
      </span>
    );
  return (
    <span className="sentence">
      {before}
      {link}
      {rest.join(request)}
    </span>
  );
}
