package org.prairieml.host.plugins;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceTypes;

/**
 * Says why a service is not there, and whose fault it is.
 *
 * <p>It is a plug-in's, if a broken one is called like the service, or if nothing has a name near
 * the one that was asked for and a broken one may have had it. Otherwise it is the user's.
 *
 * @param type the type that was asked for
 * @param wanted what was asked for
 * @param versions the versions in which there is a service of the name
 * @param names the names that there are
 * @param broken what is broken
 */
record MissingService(
    Class<? extends Service> type,
    ServiceReference wanted,
    List<Offer> versions,
    List<String> names,
    List<BrokenPlugin> broken) {

  PrairieException toException() {
    List<BrokenPlugin> guilty = broken.stream().filter(this::mayBeWhy).toList();
    return guilty.isEmpty()
        ? PrairieException.badInput(sentence())
        : PrairieException.plugin(
            sentence()
                + " "
                + guilty.stream().map(BrokenPlugin::toString).collect(Collectors.joining(" ")),
            null);
  }

  private String sentence() {
    String label = ServiceTypes.label(type);
    if (versions.isEmpty()) {
      return "There is no %s '%s'%s"
          .formatted(label, wanted.name(), NearestName.hint(wanted.name(), names));
    }
    List<Offer> ofThePlugin = versions.stream().filter(this::isOfThePlugin).toList();
    return ofThePlugin.isEmpty()
        ? "The plug-in '%s' has no %s '%s'; there is one from %s."
            .formatted(plugin(), label, wanted.name(), joined(versions, Offer::origin))
        : "There is no version %s of the %s '%s'; there is %s."
            .formatted(
                wanted.version().orElseThrow(),
                label,
                wanted.name(),
                joined(ofThePlugin, offer -> offer.origin().version()));
  }

  private static String joined(List<Offer> offers, Function<Offer, Object> part) {
    return offers.stream().map(part).map(Object::toString).collect(Collectors.joining(", "));
  }

  /** The id of the plug-in that was asked for, or else of that to which the name belongs. */
  private String plugin() {
    return wanted.plugin().orElseGet(() -> versions.getFirst().origin().id());
  }

  private boolean isOfThePlugin(Offer offer) {
    return offer.origin().id().equals(plugin());
  }

  private boolean mayBeWhy(BrokenPlugin plugin) {
    if (!plugin.lost().mayHave(type, wanted.name())) {
      return false;
    }
    return versions.isEmpty() && wanted.plugin().isEmpty()
        ? isNamesake(plugin) || NearestName.find(wanted.name(), names).isEmpty()
        : plugin.info().stream().anyMatch(this::isTheVersion);
  }

  private boolean isTheVersion(PluginInfo info) {
    return plugin().equals(info.id())
        && wanted.version().stream()
            .allMatch(version ->
                info.version().equals(version) || info.version().startsWith(version + "."));
  }

  /** Whether the plug-in, or its file, has the service's name in its own, as whole words. */
  private boolean isNamesake(BrokenPlugin plugin) {
    String word = words(wanted.name());
    return words(plugin.file()).contains(word)
        || plugin.info().stream().anyMatch(info -> words(info.id()).contains(word));
  }

  private static String words(String text) {
    return "-" + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
  }
}
