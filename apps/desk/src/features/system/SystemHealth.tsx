import { type ReplyOf, system } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { refresh, useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';

type Health = ReplyOf<typeof system.getSystemHealth>;

const every = 10_000;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

const milliseconds = (ms: number): string => `${ms} ms`;

/** What waits, what failed and what is slow; asked again every ten seconds while it is looked at. */
export function SystemHealth() {
  const { data, error } = useReply(system.getSystemHealth, {});
  useEffect(() => {
    const timer = setInterval(() => refresh(system.getSystemHealth), every);
    return () => clearInterval(timer);
  }, []);
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={6} />;
  return (
    <>
      <Process health={data} />
      <Waiting health={data} />
      <Slow statements={data.slowStatements} />
    </>
  );
}

function Process({ health }: { health: Health }) {
  const { t } = useLingui();
  const { database } = health;
  const late = health.eventLoopDelayMs > 100;
  return (
    <Section title={t`This server`} hint={t`Version ${health.version}`}>
      <Rows label={t`This server`}>
        <Row title={t`Running since`} facts={<When at={health.startedAt} form="ago" />} />
        <Row title={t`Memory`} facts={megabytes(health.memoryBytes)} />
        <Row
          title={t`Delay`}
          sub={t`How long the server lets a piece of work wait, 99 of 100 times less`}
          facts={<Word tone={late ? 'late' : 'good'}>{milliseconds(health.eventLoopDelayMs)}</Word>}
        />
        <Row title={t`Open connections`} facts={health.liveConnections} />
        <Row
          title={t`Database`}
          sub={t`${database.connections} connections, ${database.waiting} requests waiting for one`}
          facts={megabytes(database.bytes)}
        />
      </Rows>
    </Section>
  );
}

function Waiting({ health }: { health: Health }) {
  const { t } = useLingui();
  const { jobs, reactions } = health;
  const seconds = Math.round(jobs.oldestSeconds);
  return (
    <Section
      title={t`Waiting work`}
      hint={t`Work the server does by itself: wake-ups, assignments, imports.`}
    >
      <Rows label={t`Waiting work`}>
        <Row
          title={t`Due jobs`}
          sub={jobs.waiting > 0 ? t`The oldest has been due for ${seconds} s` : t`Nothing is due`}
          facts={<Word tone={seconds > 60 ? 'late' : 'good'}>{jobs.waiting}</Word>}
        />
        {jobs.failing > 0 && (
          <Row
            title={t`Failed, tried again later`}
            facts={<Word tone="late">{jobs.failing}</Word>}
          />
        )}
        {reactions
          .filter(({ failures }) => failures > 0)
          .map((reaction) => (
            <Row
              key={reaction.name}
              title={<code>{reaction.name}</code>}
              sub={reaction.failedWhy}
              facts={<Word tone="late">{t`failed ${reaction.failures} times`}</Word>}
            />
          ))}
      </Rows>
    </Section>
  );
}

function Slow({ statements }: { statements: Health['slowStatements'] }) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Slow questions to the database`}
      hint={t`Took 100 ms or more since the start; kept without their values.`}
      wide
    >
      {statements.length === 0 ? (
        <Empty>{t`None was slow.`}</Empty>
      ) : (
        <Rows label={t`Slow questions to the database`}>
          {statements.map((one) => (
            <Row
              key={one.statement}
              title={<code>{one.statement.slice(0, 120)}</code>}
              sub={<When at={one.lastAt} form="ago" />}
              facts={`${milliseconds(one.slowestMs)} × ${one.count}`}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
