package org.prairieml.host.task;

/**
 * How many threads each of several trials gets that run side by side: one, but those of the last
 * round, where they are fewer than threads, share what would be idle.
 *
 * @param threads all threads, at least 1
 * @param trials the number of trials
 */
record ThreadShares(int threads, long trials) {

  /** Returns the threads of a trial, counted from 0 in the order in which they start. */
  int of(long trial) {
    long last = trials % threads;
    return trial < trials - last ? 1 : (int) (threads / last);
  }
}
