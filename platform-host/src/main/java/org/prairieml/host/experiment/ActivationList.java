package org.prairieml.host.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.prairieml.api.Configured;
import org.prairieml.api.NearestName;
import org.prairieml.api.Option;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionType;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;

/**
 * Activations, each named or as {@code {tag: fixed, except: [zero]}}: all with a tag, whichever
 * plug-in they come from, with their defaults. Those with an option that must be given are not
 * among them.
 *
 * <p>Written back are the activations themselves, so that an experiment that is kept with a run
 * means the same where other plug-ins are installed.
 */
final class ActivationList implements OptionType<List<Configured<Activation>>> {

  private static final Option<String> TAG =
      Option.required("tag", OptionTypes.TEXT, "The tag, as 'prairie activations list' shows.");
  private static final Option<List<String>> EXCEPT =
      Option.list("except", OptionTypes.TEXT, "Names of activations that are left out.");
  private static final OptionType<Configured<Activation>> ONE =
      OptionTypes.service(Activation.class);

  @Override
  public String description() {
    return "a list of activations, where {tag: fixed} stands for all with a tag";
  }

  @Override
  public List<Configured<Activation>> read(Object plain, OptionReader reader) {
    if (!(plain instanceof List<?> items)) {
      throw reader.problem(
          "expected " + description() + ", found " + OptionReader.show(plain) + ".");
    }
    Set<Configured<Activation>> activations = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      OptionReader place = reader.at(i);
      if (items.get(i) instanceof Map<?, ?> map && map.containsKey(TAG.name())) {
        activations.addAll(tagged(place.options(List.of(TAG, EXCEPT), map), place));
      } else {
        activations.add(ONE.read(items.get(i), place));
      }
    }
    return List.copyOf(activations);
  }

  private static List<Configured<Activation>> tagged(Options wanted, OptionReader reader) {
    String tag = wanted.get(TAG);
    List<Activation> all = reader.services().all(Activation.class);
    List<String> names =
        all.stream()
            .filter(activation -> activation.tags().contains(tag))
            .filter(activation -> activation.options().stream().noneMatch(Option::isRequired))
            .map(Activation::name)
            .toList();
    if (names.isEmpty()) {
      Set<String> tags = new TreeSet<>();
      all.forEach(activation -> tags.addAll(activation.tags()));
      throw reader.problem("no activation has the tag '" + tag + "'" + NearestName.hint(tag, tags));
    }
    for (String name : wanted.get(EXCEPT)) {
      if (!names.contains(name)) {
        throw reader.problem(
            "'%s' is not among those with the tag '%s'%s"
                .formatted(name, tag, NearestName.hint(name, names)));
      }
    }
    return names.stream()
        .filter(name -> !wanted.get(EXCEPT).contains(name))
        .map(name -> ONE.read(name, reader))
        .toList();
  }

  @Override
  public Object write(List<Configured<Activation>> value) {
    return value.stream().map(ONE::write).toList();
  }
}
