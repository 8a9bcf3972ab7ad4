// Sends calls to a running Carillon with the unchanged @segment/analytics-node, as a shop's own server would.
//
//   node drive.mjs --host URL --write-key KEY [--flush-at N] [--flush-interval-millis N]
//      [--max-retries N] [--timeout-millis N] < calls.jsonl
//
// Each input line is one call: {"type": "track", ...the fields of that SDK method}; type is one of identify, track, page,
// screen, group, alias. Prints one JSON line: calls made, calls delivered, failures with their reason, HTTP answers by status.
// Exits with 0 when every call was delivered, 1 when some were not, 2 when the arguments or a line make no sense.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Analytics } from '@segment/analytics-node';

const TYPES = ['identify', 'track', 'page', 'screen', 'group', 'alias'];

function refuse(message) {
  process.stderr.write(`drive.mjs: ${message}\n`);
  process.exit(2);
}

function settings() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      'write-key': { type: 'string' },
      'flush-at': { type: 'string', default: '15' },
      'flush-interval-millis': { type: 'string', default: '500' }, // the SDK lets a last half batch wait for it
      'max-retries': { type: 'string', default: '3' },
      'timeout-millis': { type: 'string', default: '30000' },
    },
  });
  const whole = (name) => (/^\d+$/.test(values[name]) ? Number(values[name]) : refuse(`--${name} must be a whole number, was ${values[name]}`));
  return {
    host: values.host ?? refuse('--host is missing; expected a URL'),
    writeKey: values['write-key'] ?? refuse('--write-key is missing'),
    flushAt: whole('flush-at'),
    flushInterval: whole('flush-interval-millis'),
    maxRetries: whole('max-retries'),
    timeoutMillis: whole('timeout-millis'),
  };
}

function parse(line, number) {
  try {
    const { type, ...fields } = JSON.parse(line);
    return TYPES.includes(type) ? { type, fields } : refuse(`line ${number}: type ${type} is not one of ${TYPES.join(', ')}`);
  } catch (error) {
    return refuse(`line ${number}: ${error.message}`);
  }
}

const { timeoutMillis, ...sdkSettings } = settings();
const analytics = new Analytics(sdkSettings);
const result = { calls: 0, delivered: 0, failed: [], statuses: {} };
analytics.on('http_response', ({ status }) => {
  result.statuses[status] = (result.statuses[status] ?? 0) + 1;
});

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue;
  result.calls += 1;
  const { type, fields } = parse(line, result.calls);
  analytics[type](fields, (error, context) => {
    if (error) result.failed.push({ type, messageId: context?.event?.messageId, reason: String(error.message ?? error) });
    else result.delivered += 1;
  });
}

await analytics.closeAndFlush({ timeout: timeoutMillis });
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(result.delivered === result.calls ? 0 : 1));
