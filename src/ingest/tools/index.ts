/** The tools whose exports are recognised. Which one is decided by the headings, not by the order here. */
import type { Tool } from '../tool.ts';
import { azureDevops } from './azure-devops.ts';
import { freshdesk } from './freshdesk.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { hubspot } from './hubspot.ts';
import { itop } from './itop.ts';
import { jira } from './jira.ts';
import { kanboard } from './kanboard.ts';
import { mantis } from './mantis.ts';
import { odoo } from './odoo.ts';
import { osticket } from './osticket.ts';
import { otrs } from './otrs.ts';
import { redmine } from './redmine.ts';
import { rt } from './rt.ts';
import { servicenow } from './servicenow.ts';
import { zendesk } from './zendesk.ts';

export const TOOLS: readonly Tool[] = [
  glpi,
  redmine,
  jira,
  servicenow,
  itop,
  otrs,
  rt,
  mantis,
  osticket,
  gitlab,
  github,
  zendesk,
  freshdesk,
  hubspot,
  odoo,
  azureDevops,
  kanboard,
];
