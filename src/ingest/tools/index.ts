/** The tools whose exports are recognised, in the order in which they are tried. */
import type { Tool } from '../tool.ts';
import { glpi } from './glpi.ts';
import { servicenow } from './servicenow.ts';

export const TOOLS: readonly Tool[] = [servicenow, glpi];
