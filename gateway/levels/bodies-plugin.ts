import type { FastifyPluginAsync } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import type { BodyLevels } from './service-levels.ts';

/** One body as operators and its agency see it. Nothing of a citizen, and no address. */
export interface BodyRow extends BodyLevels {
  /** The subgraph's name, for example `social-welfare`. */
  readonly body: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Version of what it published, and when; null where no registry tells. */
  readonly version: number | null;
  readonly publishedAt: string | null;
  readonly breaker: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  /** The failure of the body that is being rehearsed now. */
  readonly rehearsal: { readonly fault: string; readonly until: string } | null;
}

/** Fastify plugin: GET /bodies, the service levels of every body as JSON. */
export function bodiesPlugin(clock: Clock, rows: () => readonly BodyRow[]): FastifyPluginAsync {
  return async (app) => {
    app.get('/bodies', (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ at: new Date(clock.now()).toISOString(), bodies: rows() }),
    );
  };
}
