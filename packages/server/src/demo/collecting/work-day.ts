/** A day of those who collect, told by how many business days it is before the demo's last. */
import { judgeAll } from '../../modules/collections/index.ts';
import { AppError } from '../../platform/errors.ts';
import { agreeOnCallBacks, makeCalls } from './daily-calls.ts';
import { runDunning, sendMail } from './dunning-runs.ts';
import { nameBlockers, praise } from './huddle.ts';
import { decideOnInterest } from './interest.ts';
import { machinesAnswer, replyThatWaits, statementByHand, strangersWrite, threadThatIsDone } from './mails.ts';
import { sayWhoIsAway } from './office-calendars.ts';
import { askHowTheyPay } from './profiles.ts';
import {
  plan,
  promiseForToday,
  promiseForTonight,
  promiseKeptInPart,
  promiseThatBreaks,
  promiseThatIsKept,
  promiseToCome,
} from './promises.ts';
import { holdMeeting, planMeeting, planNextMeeting } from './sessions.ts';
import { setUpTeam } from './set-up.ts';
import { giveTasks } from './tasks.ts';
import { MORNING, type Team } from './team.ts';

type Work = (team: Team) => Promise<unknown>;

/**
 * The bank's statements are imported on the mornings of the tenth and the fifth day from the end: nobody is dunned who has paid. What
 * is promised for the fourth or third day from the end and does not come breaks after two days of grace: on the last day and overnight.
 */
const DIARY: Readonly<Record<number, readonly Work[]>> = {
  13: [setUpTeam, askHowTheyPay],
  12: [(team) => promiseThatIsKept(team, 12), (team) => promiseKeptInPart(team, 12)],
  11: [(team) => promiseThatIsKept(team, 11), (team) => promiseThatBreaks(team, { madeBefore: 11, dueBefore: 9 })],
  10: [(team) => promiseThatIsKept(team, 10), (team) => promiseKeptInPart(team, 10)],
  9: [runDunning, machinesAnswer, (team) => promiseThatIsKept(team, 9)],
  8: [threadThatIsDone, (team) => promiseThatIsKept(team, 8)],
  7: [(team) => planMeeting(team, 7, team.day(2)), (team) => promiseThatBreaks(team, { madeBefore: 7, dueBefore: 3 })],
  6: [(team) => promiseThatBreaks(team, { madeBefore: 6, dueBefore: 3 }), nameBlockers],
  5: [(team) => promiseThatBreaks(team, { madeBefore: 5, dueBefore: 2 }), (team) => plan(team, 5)],
  4: [
    runDunning,
    (team) => promiseThatBreaks(team, { madeBefore: 4, dueBefore: 2 }),
    (team) => promiseToCome(team, 4, 2),
  ],
  3: [
    decideOnInterest,
    (team) => replyThatWaits(team, 'dispute', 'dispute_analyst'),
    (team) => promiseForToday(team, 3),
  ],
  2: [holdMeeting, promiseForTonight, (team) => promiseForToday(team, 2), (team) => promiseToCome(team, 2, 5)],
  1: [
    praise,
    (team) => statementByHand(team, 'collections_analyst', team.choice.lateOn(team.day(1)), null),
    (team) => replyThatWaits(team, 'question', null),
    (team) => promiseForToday(team, 1),
  ],
  0: [
    sayWhoIsAway,
    (team) => statementByHand(team, 'collections_analyst', team.choice.lateOn(team.day(0)), 'promise'),
    (team) => replyThatWaits(team, 'promise', null),
    strangersWrite,
    (team) => promiseToCome(team, 0, 3),
    agreeOnCallBacks,
    planNextMeeting,
    giveTasks,
  ],
};

export async function workTeamDay(team: Team, daysBefore: number): Promise<void> {
  team.turnTo(team.day(daysBefore), MORNING);
  await judgeAll(team.place.database, team.scope('system'));
  for (const work of DIARY[daysBefore] ?? []) await undertake(team, work);
  await undertake(team, (one) => makeCalls(one, daysBefore));
  await sendMail(team);
}

/** What the product refuses (an address that bounced, an item that was paid meanwhile) is left undone, as a person would leave it. */
async function undertake(team: Team, work: Work): Promise<void> {
  try {
    await work(team);
  } catch (refusal) {
    if (!(refusal instanceof AppError)) throw refusal;
  }
}
