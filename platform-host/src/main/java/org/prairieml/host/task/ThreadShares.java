package org.prairieml.host.task;

/**
 * How several trials share threads: each has one, or more where there are fewer trials than
 * threads. The last trials all start with the last full round: a round for the rest alone would
 * leave threads idle for as long as a whole trial takes.
 *
 * @param threads all threads, at least 1
 * @param trials the number of trials
 */
record ThreadShares(int threads, long trials) {

  /** Returns the threads of a trial. */
  int each() {
    return (int) Math.max(1, threads / Math.max(1, trials));
  }

  /** Returns how many trials run side by side once this one starts, counted from 0. */
  int together(long trial) {
    int rest = (int) (trials % threads);
    return trial >= trials - rest - threads ? threads + rest : threads;
  }
}
