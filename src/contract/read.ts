/** The text of a contract file → a contract, or every problem of the file with its line and column, in one go. */
import { hasErrors, type Problem } from '../domain/problem.ts';
import { buildContract } from './build.ts';
import type { Contract } from './contract.ts';
import { contractSchema, type ContractFile } from './schema.ts';
import { inOrder, readYaml } from './yaml.ts';

export interface ContractReading {
  /** `null` where there is an error among the problems. */
  readonly contract: Contract | null;
  /** What the file says, as it stands; `null` with the contract. */
  readonly file: ContractFile | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a contract file.
 * @param file how its problems name it
 * @param tools the ids of the tools that a source may name
 */
export function readContract(source: string, file: string, tools: readonly string[]): ContractReading {
  const yaml = readYaml(source, file, contractSchema);
  if (!yaml.data) return { contract: null, file: null, problems: yaml.problems };
  const { contract, problems } = buildContract(yaml.data, yaml.locate, tools);
  const isUsable = !hasErrors(problems);
  return { contract: isUsable ? contract : null, file: isUsable ? yaml.data : null, problems: inOrder(problems) };
}
