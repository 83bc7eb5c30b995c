import type { Agent, IncomingMessage, ServerResponse } from 'node:http';

import type { RegionState } from '../../server/state.js';
import { BALANCING, sortRules, type Listener } from '../state.js';
import { decide, transform } from './actions.js';
import { errorPage, sendPlain } from './answers.js';
import { meetsCondition } from './conditions.js';
import { readFacts } from './facts.js';
import { forward } from './forward.js';
import { playAnswer } from './played.js';
import type { Target } from '../../server/target.js';

/** A listener that is served. */
export interface ServedListener {
  readonly region: RegionState;
  readonly listener: Listener;
  readonly scheme: 'http' | 'https';
  /** Keeps the connections to containers. */
  readonly agent: Agent;
  /** How many requests each target group and each task got so far, by ARN. */
  readonly counts: Map<string, number>;
}

/** The status with which Application Load Balancers log a client that did not wait. */
const CLIENT_GONE = 460;

/** Answers a request to a listener: by the first rule all of whose conditions it meets, at the weights of this very moment. */
export function serveRequest(served: ServedListener, request: IncomingMessage, response: ServerResponse): void {
  const { region, listener, scheme, counts } = served;
  const { cloud } = region;
  cloud.timeline.advance();
  const facts = readFacts(request);
  const rule = sortRules(listener).find(({ conditions }) => conditions.every(each => meetsCondition(each, facts)));
  if (rule === undefined) return;
  const decision = decide(rule, facts, { scheme, port: listener.port });
  const targets = decision.kind === 'forward' ? cloud.targets.listTargets(region, decision.targetGroupArn) : [];
  const target = decision.kind === 'forward' ? takeTurn(targets, decision.targetGroupArn, counts) : undefined;
  const { balancers, groups } = region.part(BALANCING);
  const targetGroup = decision.kind === 'forward' ? groups.get(decision.targetGroupArn)?.name : undefined;
  const finish = cloud.trafficLog.note({
    time: new Date(cloud.timeline.now()).toISOString(),
    region: region.name,
    loadBalancer: balancers.get(listener.balancerArn)?.name ?? '',
    listener: listener.arn,
    listenerPort: listener.port,
    rule: rule.arn,
    method: facts.method,
    host: request.headers.host ?? '',
    path: request.url ?? '/',
    targetGroup,
    task: target?.task,
    taskDefinition: target?.taskDefinition
  });
  response.once('close', () => finish(response.writableFinished ? response.statusCode : CLIENT_GONE));
  if (decision.kind === 'answer') sendPlain(response, decision.answer);
  else if (target === undefined) sendPlain(response, errorPage(503));
  else if (target.findAddress === undefined) {
    const earlier = count(counts, target.task);
    playAnswer(response, { target, targetGroup: targetGroup ?? '', earlier, timeline: cloud.timeline });
  } else {
    const { host, target: line } = transform(rule, facts, request.headers.host ?? '');
    target
      .findAddress()
      .then(address => {
        if (address === undefined) sendPlain(response, errorPage(502));
        else {
          const { agent } = served;
          const { port } = listener;
          forward(request, response, { address, agent, target: line, host, scheme, port, source: facts.source });
        }
      })
      .catch(() => sendPlain(response, errorPage(502)));
  }
}

/** The targets of a group take turns. */
function takeTurn(targets: readonly Target[], group: string, counts: Map<string, number>): Target | undefined {
  return targets.length === 0 ? undefined : targets[count(counts, group) % targets.length];
}

/** How often this was counted before. */
function count(counts: Map<string, number>, key: string): number {
  const before = counts.get(key) ?? 0;
  counts.set(key, before + 1);
  return before;
}
