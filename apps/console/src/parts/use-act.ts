import { useRef } from 'react';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type PactaClient } from '#client/client';
import { type CarriedOut, savingClient } from '~/api/saving';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useRefusalText } from './problem-alert';

interface Wish<Input, Output> {
  /** Calls by the client that it is given, which keeps the `Idempotency-Key` of what is tried again. */
  readonly act: (input: Input, client: PactaClient) => Promise<Output>;
  /** What is said when it is done. */
  readonly done?: string;
  readonly onDone?: (output: CarriedOut<Output>, input: Input) => void;
  /** What is shown at once, as if it were done; taken back where it is refused. Never of what counts in a contract. */
  readonly ahead?: Ahead<Input>;
}

interface Ahead<Input> {
  /** What was read and is shown otherwise. */
  readonly queryKey: QueryKey;
  readonly shown: (input: Input) => unknown;
}

/**
 * Something that changes the contract: `const pay = useAct({ act: (amount: string, client) => answered(client.POST(…)),
 * done: t('paid') })`, then `pay.mutate('100.00')`, `pay.isPending`, and `<ProblemAlert error={pay.error}/>` beside the
 * form, where it stays with what was typed. Trying the same again is the same command until it is done, or `reset`. What
 * is only stored is waited for, and said. All that is on the page is read again when it is done.
 */
export function useAct<Input = void, Output = unknown>({ act, done, onDone, ahead }: Wish<Input, Output>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const draft = useRef<PactaClient>(null);
  const tell = useStoredTeller();
  const doing = useMutation<CarriedOut<Output>, unknown, Input>({
    mutationFn: (input) => {
      draft.current ??= savingClient({ onStored: tell.stored, onOver: tell.over });
      return act(input, draft.current) as Promise<CarriedOut<Output>>;
    },
    // Nothing is sent later behind anybody's back: without a connection it is said at once.
    networkMode: 'always',
    onMutate: async (input) => {
      if (ahead === undefined) return undefined;
      await queries.cancelQueries({ queryKey: ahead.queryKey });
      const before = queries.getQueryData(ahead.queryKey);
      queries.setQueryData(ahead.queryKey, ahead.shown(input));
      return before;
    },
    onError: (_, __, before) => {
      if (ahead !== undefined) queries.setQueryData(ahead.queryKey, before);
    },
    onSuccess: async (output, input) => {
      draft.current = null;
      if (done !== undefined) void message.success(done);
      onDone?.(output, input);
      await queries.invalidateQueries({ refetchType: 'active' });
    },
  });
  const reset = () => {
    draft.current = null;
    doing.reset();
  };
  return { ...doing, reset };
}

/** Says that a command is only stored, until it is carried out; and what refused it, as nobody may look any more. */
function useStoredTeller() {
  const t = useWords(commonWords);
  const refusalText = useRefusalText();
  const { message } = App.useApp();
  return {
    stored: (command: string) =>
      void message.open({ key: command, type: 'loading', content: t('stored'), duration: 0 }),
    over: (command: string, refusal: unknown) => {
      message.destroy(command);
      if (refusal !== null) void message.error(refusalText(refusal));
    },
  };
}
