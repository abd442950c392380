import { type ReactNode, useEffect } from 'react';
import { Flex } from 'antd';

interface Props {
  readonly title: string;
  /** Under the title: what the page is for, or what it is about. */
  readonly about?: ReactNode;
  /** Beside the title: status tags. */
  readonly tags?: ReactNode;
  /** Buttons. */
  readonly extra?: ReactNode;
}

/** The head of a page; its title is that of the browser's window too. */
export function PageHead({ title, about, tags, extra }: Props) {
  useEffect(() => {
    document.title = `${title} · Pacta`;
  }, [title]);
  return (
    <Flex className="page-head" wrap gap="small" justify="space-between" align="flex-start">
      <div>
        <Flex gap="small" align="center" wrap>
          <h1 className="page-title">{title}</h1>
          {tags}
        </Flex>
        {about && <div className="page-about">{about}</div>}
      </div>
      {extra && (
        <Flex gap="small" wrap>
          {extra}
        </Flex>
      )}
    </Flex>
  );
}
