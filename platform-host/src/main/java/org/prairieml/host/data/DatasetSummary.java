package org.prairieml.host.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.graph.Shape;

/**
 * What can be said of a data set in a few numbers.
 *
 * @param name the data set's name
 * @param inputShape the shape of one example's input
 * @param target what is to be predicted
 * @param train what is learned from
 * @param test what is judged by
 * @param sha256 see {@link DatasetDigest}
 */
public record DatasetSummary(
    String name,
    Shape inputShape,
    Target target,
    SplitSummary train,
    SplitSummary test,
    String sha256) {

  /** Returns the summary of a data set. */
  public static DatasetSummary of(Dataset dataset) {
    return new DatasetSummary(
        dataset.name(),
        dataset.exampleShape(),
        dataset.target(),
        SplitSummary.of(dataset.train(), dataset.target()),
        SplitSummary.of(dataset.test(), dataset.target()),
        DatasetDigest.sha256(dataset));
  }

  /** Returns everything as plain data. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", name);
    plain.put("input_shape", dimensions());
    plain.put(target instanceof Target.Classes ? "classes" : "values", target.outputs());
    plain.put("train", train.toPlain());
    plain.put("test", test.toPlain());
    plain.put("sha256", sha256);
    return plain;
  }

  private List<Integer> dimensions() {
    return IntStream.range(0, inputShape.rank()).map(inputShape::dimension).boxed().toList();
  }
}
