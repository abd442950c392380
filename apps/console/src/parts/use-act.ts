import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

interface Wish<Input, Output> {
  readonly act: (input: Input) => Promise<Output>;
  /** What is said when it is done. */
  readonly done?: string;
  readonly onDone?: (output: Output, input: Input) => void;
}

/**
 * Something that changes the contract: `const pay = useAct({ act: (amount: string) => answered(client.POST(…)), done: t('paid') })`,
 * then `pay.mutate('100.00')`, `pay.isPending`, and `<ProblemAlert error={pay.error}/>` beside the form, where it stays with
 * what was typed. All that is on the page is read again when it is done.
 */
export function useAct<Input = void, Output = unknown>({ act, done, onDone }: Wish<Input, Output>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation<Output, unknown, Input>({
    mutationFn: act,
    onSuccess: async (output, input) => {
      if (done !== undefined) void message.success(done);
      onDone?.(output, input);
      await queries.invalidateQueries({ refetchType: 'active' });
    },
  });
}
