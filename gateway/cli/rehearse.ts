import type { Command } from 'commander';
import { z } from 'zod';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { askGateway, withToken, type GatewayOptions } from './gateway-request.ts';
import { milliseconds } from './token.ts';

interface RehearseOptions extends GatewayOptions {
  readonly fault: string;
  readonly for: number;
}

const started = z.object({ body: z.string(), fault: z.string(), until: z.iso.datetime() });

export function addRehearseCommand(program: Command): void {
  const rehearse = program
    .command('rehearse')
    .description(
      'stage the failure of a body, so that people see what it looks like: for supervisors and its developers',
    );

  withToken(rehearse.command('start', { isDefault: true }))
    .description('stage it; `start` may be left out')
    .argument('<body>', 'for example health')
    .requiredOption('--fault <fault>', 'latency=MS, error, garbage or down')
    .option('--for <time>', 'how long, for example 90s or 5m; 30m at most', milliseconds, 300_000)
    .action(async (body: string, { fault, for: forMs, ...options }: RehearseOptions) => {
      const answer = await askGateway(options, { path: '/rehearsals', method: 'POST', json: { body, fault, forMs } });
      const parsed = started.safeParse(answer);
      if (!parsed.success) throw new CodedError('GATEWAY_ANSWER_INVALID', { url: options.url });
      console.log(startedText(parsed.data));
    });

  withToken(rehearse.command('stop'))
    .description('end it before its time')
    .argument('<body>', 'for example health')
    .action(async (body: string, options: GatewayOptions) => {
      await askGateway(options, { path: `/rehearsals/${encodeURIComponent(body)}`, method: 'DELETE' });
      console.log(`หยุดการซ้อมเหตุขัดข้องของ ${body} แล้ว / The rehearsal of ${body} is over.`);
    });
}

function startedText({ body, fault, until }: z.infer<typeof started>): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Bangkok', timeStyle: 'medium' }).format(
    new Date(until),
  );
  return `กำลังซ้อมเหตุขัดข้องของ ${body}: ${fault} ถึง ${time} น. หยุดก่อนได้ด้วย samutphok rehearse stop ${body}
${body} rehearses ${fault} until ${time} in Thailand; samutphok rehearse stop ${body} ends it before.`;
}
