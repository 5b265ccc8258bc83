package org.prairieml.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.data.Target;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;

/** One class of another data set against all others, of some of its examples. */
public final class OneAgainstRestSource implements DatasetSource {

  private static final Option<Configured<DatasetSource>> DATA =
      Option.required("data", OptionTypes.service(DatasetSource.class), "The other data set.");
  private static final Option<Integer> CLASS =
      Option.integer("class", 0, 1_000_000, 1, "The class that becomes 1; the others become 0.");
  private static final Option<Integer> SAMPLES =
      Option.integer(
          "samples",
          0,
          Integer.MAX_VALUE,
          0,
          "How many training examples are drawn, and split anew; 0: all, as they are split.");

  /** Creates the service. */
  public OneAgainstRestSource() {}

  @Override
  public String name() {
    return "one-against-rest";
  }

  @Override
  public String summary() {
    return "One class of another data set against all others.";
  }

  @Override
  public List<Option<?>> options() {
    return Stream.concat(Stream.of(DATA, CLASS, SAMPLES), HoldOut.ALL.stream()).toList();
  }

  @Override
  public Dataset load(Options options) {
    Configured<DatasetSource> chosen = options.get(DATA);
    Dataset all = chosen.service().load(chosen.options());
    int target = options.get(CLASS);
    if (!(all.target() instanceof Target.Classes classes) || target >= classes.count()) {
      throw PrairieException.badInput(
          "Data set 'one-against-rest': '%s' has no class %d.".formatted(all.name(), target));
    }
    Dataset.Split train = against(target, all.train());
    int samples = options.get(SAMPLES);
    HoldOut.Parts parts =
        samples == 0
            ? new HoldOut.Parts(train, against(target, all.test()))
            : HoldOut.of(drawn(train, samples, all.name(), options), options);
    return new Dataset(all.name(), new Target.Classes(2), parts.train(), parts.test());
  }

  private static Dataset.Split against(int target, Dataset.Split split) {
    double[] labels = Arrays.stream(split.y().values()).map(y -> y == target ? 1 : 0).toArray();
    return new Dataset.Split(split.x(), NdArray.vector(labels));
  }

  private static Dataset.Split drawn(
      Dataset.Split split, int samples, String name, Options options) {
    if (samples > split.size()) {
      throw PrairieException.badInput(
          "Data set 'one-against-rest': 'samples' is %d, but '%s' has %d training examples."
              .formatted(samples, name, split.size()));
    }
    MiniBatches order =
        new MiniBatches(
            split, samples, RandomStreams.of(options.get(HoldOut.SEED)).stream("samples"));
    int[] rows = order.next();
    return new Dataset.Split(
        new NdArray(split.x().shape().with(0, samples), order.inputs(rows)),
        new NdArray(split.y().shape().with(0, samples), order.targets(rows)));
  }
}
