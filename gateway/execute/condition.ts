import { nothing } from './operation-state.ts';
import type { RunNode } from './operation-state.ts';

/** One of two branches, by a Boolean variable of the operation. */
export function compileCondition(variable: string, ifTrue?: RunNode, ifFalse?: RunNode): RunNode {
  return (state) => {
    const branch = state.coercedVariables[variable] === true ? ifTrue : ifFalse;
    return branch === undefined ? nothing : branch(state);
  };
}
