export { type Job, type JobLog, runJobs } from './jobs.ts';
