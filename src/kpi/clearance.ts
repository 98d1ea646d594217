import { quotientKpi } from './kpi.ts';

/** Tickets resolved over tickets opened: above the whole, the backlog falls. */
export const clearance = quotientKpi({
  id: 'clearance',
  section: 'quality',
  counts: 'tickets',
  better: 'higher',
  needs: ['created', 'resolved'],
  of: 'outflow',
  over: 'inflow',
});
