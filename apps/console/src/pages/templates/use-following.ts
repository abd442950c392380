import { useEffect, useState } from 'react';
import { Follower, type Following, type Run } from './follower';
import { useDebounced } from './use-debounced';

const PAUSE_MILLISECONDS = 700;

/**
 * Runs something that takes seconds over what is being typed, once it has rested: never two at a time, and after the last
 * change once more. Null: there is nothing to look at yet.
 */
export function useFollowing<Input, Answer>(
  input: Input | null,
  run: Run<Input, Answer>,
): Following<Input, Answer> {
  const settled = useDebounced(input, PAUSE_MILLISECONDS);
  const [state, setState] = useState<Following<Input, Answer>>({ last: null, took: null, since: null });
  const [follower] = useState(() => new Follower<Input, Answer>(run, setState));
  useEffect(() => follower.begin(), [follower]);
  useEffect(() => follower.want(settled), [follower, settled]);
  return state;
}
