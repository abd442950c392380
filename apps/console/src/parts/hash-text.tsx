import { useState } from 'react';
import { Button } from 'antd';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import './hash-text.css';

const SHOWN = 12;

/** The beginning of a hash, or of a key; a press copies all of it. */
export function HashText({ hash }: { readonly hash: string }) {
  const t = useWords(commonWords);
  const [isCopied, setCopied] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(hash);
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    } catch {
      // A page that did not come by HTTPS may not copy: all of it can be read instead.
      setWhole(true);
    }
  };
  const plain = hash.replace(/^sha256:/, '');
  const short = isWhole || plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN)}…`;
  return (
    <Button
      type="text"
      size="small"
      className="figures hash"
      title={hash}
      aria-label={`${t('copy')}: ${plain.slice(0, SHOWN)}`}
      onClick={() => void copy()}
    >
      {isCopied ? t('copied') : short}
    </Button>
  );
}
