import { App } from 'antd';
import { useWords } from '~/words/words';
import { administrationWords } from './words';

/** Shows a secret that nobody can see again. */
export function useSecret(): (secret: string) => void {
  const t = useWords(administrationWords);
  const { modal } = App.useApp();
  return (secret) => {
    modal.info({
      title: t('secretTitle'),
      content: (
        <>
          <p>{t('secretHelp')}</p>
          <code className="secret">{secret}</code>
        </>
      ),
    });
  };
}
