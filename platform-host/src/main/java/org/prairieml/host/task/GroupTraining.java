package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;

/**
 * Trains groups of networks side by side, one thread each or, where they are few, several ({@link
 * ThreadShares}). Every network has random streams of its own, so results do not depend on the
 * number of threads.
 */
final class GroupTraining {

  private final Assignment assignment;
  private final Configured<Trainer> trainer;
  private final String metric;
  private final RunContext context;
  private final AtomicLong done = new AtomicLong();

  /**
   * Prepares.
   *
   * @param metric the final metric that progress shows
   * @param context engine, streams and progress of the whole
   */
  GroupTraining(
      Assignment assignment, Configured<Trainer> trainer, String metric, RunContext context) {
    this.assignment = assignment;
    this.trainer = trainer;
    this.metric = metric;
    this.context = context;
  }

  /** Trains {@code networks} of each group. */
  List<TrainedGroup> train(String stage, List<Group> groups, int networks) {
    long total = (long) groups.size() * networks;
    context.progress().on(new ProgressEvent.Stage(stage, total));
    ThreadShares shares = new ThreadShares(assignment.threads(), total);
    try (Pool pool = new Pool(shares)) {
      Map<Group, List<Future<TrainingResult>>> started = new LinkedHashMap<>();
      for (Group group : groups) {
        started.put(group, start(group, networks, shares.each(), pool));
      }
      try {
        return started.entrySet().stream()
            .map(entry -> new TrainedGroup(entry.getKey(), results(entry.getValue())))
            .toList();
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private List<Future<TrainingResult>> start(Group group, int networks, int threads, Pool pool) {
    TrainingTask task = assignment.task(group.network(), trainer);
    List<Future<TrainingResult>> futures = new ArrayList<>();
    for (int network = 0; network < networks; network++) {
      RunContext own = context.quietPart(group.name() + "/" + network).withThreads(threads);
      futures.add(pool.submit(trial(group, task, own)));
    }
    return futures;
  }

  private Callable<TrainingResult> trial(Group group, TrainingTask task, RunContext own) {
    return () -> {
      TrainingResult result = trainer.service().train(task, own);
      report(group, result);
      return result;
    };
  }

  /** Runs trials in the order in which they come, more of them side by side at the end. */
  private static final class Pool extends ThreadPoolExecutor {

    private final ThreadShares shares;
    private final AtomicLong begun = new AtomicLong();

    Pool(ThreadShares shares) {
      super(shares.threads(), shares.threads(), 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
      this.shares = shares;
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable trial) {
      int together = shares.together(begun.getAndIncrement());
      if (together > getMaximumPoolSize()) {
        setMaximumPoolSize(together);
        setCorePoolSize(together);
      }
    }
  }

  /** The lock keeps the counts that listeners see in order. */
  private synchronized void report(Group group, TrainingResult result) {
    Double value = result.metrics().get(metric);
    String label = group.name() + " " + metric.replace('_', ' ');
    context
        .progress()
        .on(
            new ProgressEvent.Step(
                done.incrementAndGet(), value == null ? Map.of() : Map.of(label, value)));
  }

  private static List<TrainingResult> results(List<Future<TrainingResult>> futures) {
    return futures.stream().map(GroupTraining::result).toList();
  }

  private static TrainingResult result(Future<TrainingResult> future) {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw PrairieException.workFailed("The run was interrupted.");
    }
  }
}
