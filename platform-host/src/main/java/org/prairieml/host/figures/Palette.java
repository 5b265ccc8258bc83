package org.prairieml.host.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives groups their colors. */
final class Palette {

  private static final Map<Role, List<Color>> COLORS =
      Map.of(
          Role.BASELINE, colors(0x3b6fb6, 0x8a97a8, 0x7fb2dd, 0x4d5a6b, 0x2a9d9d),
          Role.PURE, colors(0xe8b711, 0xef7d1a, 0xb58900, 0xc2540a),
          Role.MIXED, colors(0xd62728, 0x8c1d40, 0xe377a2));

  private Palette() {}

  /** Returns a color for each role: those of one role take turns. */
  static List<Color> of(List<Role> roles) {
    Map<Role, Integer> used = new EnumMap<>(Role.class);
    List<Color> chosen = new ArrayList<>();
    for (Role role : roles) {
      List<Color> colors = COLORS.get(role);
      int turn = used.merge(role, 1, Integer::sum) - 1;
      chosen.add(colors.get(turn % colors.size()));
    }
    return List.copyOf(chosen);
  }

  /** Returns a color that lets what is below shine through. */
  static Color translucent(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static List<Color> colors(int... rgb) {
    return Arrays.stream(rgb).mapToObj(Color::new).toList();
  }
}
