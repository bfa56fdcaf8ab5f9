import { type Fact, gathered } from './fact';

/** What those are asked for who receive a report: confidence, care and speed. */
export const receiving: Fact = { source: 'guides-and-brief', checked: gathered, confidence: 'high' };
