package org.prairieml.host.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A figure that was written to a folder, read again as any other program would. */
final class DrawnFigure {

  private static final String NAME = "figure";
  private static final Set<String> SHAPES =
      Set.of("circle", "ellipse", "line", "path", "polygon", "polyline", "rect");
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  private final Path folder;

  private DrawnFigure(Path folder) {
    this.folder = folder;
  }

  static DrawnFigure of(Figure figure, Path folder) {
    figure.write(folder, NAME);
    return new DrawnFigure(folder);
  }

  byte[] bytes(String extension) {
    try {
      return Files.readAllBytes(path(extension));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BufferedImage image() {
    try {
      return ImageIO.read(path("png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many pixels have exactly this color. */
  long pixels(Color color) {
    BufferedImage image = image();
    return IntStream.of(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .filter(rgb -> rgb == color.getRGB())
        .count();
  }

  /** Returns what stands in an element of the SVG that occurs once. */
  String text(String element) {
    return svg().getElementsByTagName(element).item(0).getTextContent();
  }

  Element root() {
    return svg().getDocumentElement();
  }

  /** Returns the colors of all lines of the SVG that are as thick as this, in their order. */
  List<String> strokes(String width) {
    return shapes()
        .filter(shape -> !inherited(shape, "stroke").equals("none"))
        .filter(shape -> inherited(shape, "stroke-width").equals(width))
        .map(shape -> hex(inherited(shape, "stroke")))
        .toList();
  }

  /** Returns how many areas of the SVG have a color. */
  long fills(String color) {
    return areas(color).count();
  }

  /** Returns how many areas of the SVG have a color and let others shine through. */
  long translucent(String color) {
    return areas(color)
        .filter(area -> Double.parseDouble(inherited(area, "fill-opacity")) < 1)
        .count();
  }

  /** Returns the elements of the SVG that have a shape, in their order. */
  Stream<Element> shapes() {
    NodeList elements = svg().getElementsByTagName("*");
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> (Element) elements.item(i))
        .filter(element -> SHAPES.contains(element.getTagName()));
  }

  private Stream<Element> areas(String color) {
    return shapes().filter(shape -> hex(inherited(shape, "fill")).equals(color));
  }

  /** Returns an attribute of an element, or else of the nearest one around it. */
  private static String inherited(Element element, String attribute) {
    return element.hasAttribute(attribute) || !(element.getParentNode() instanceof Element parent)
        ? element.getAttribute(attribute)
        : inherited(parent, attribute);
  }

  /** Returns a color in hexadecimal digits; one that has a name keeps it. */
  private static String hex(String color) {
    Matcher rgb = RGB.matcher(color);
    return rgb.matches()
        ? "#%02x%02x%02x"
            .formatted(
                Integer.valueOf(rgb.group(1)),
                Integer.valueOf(rgb.group(2)),
                Integer.valueOf(rgb.group(3)))
        : color;
  }

  private Document svg() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      // A DTD is something that a reader may fetch.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(path("svg").toFile());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("No well-formed SVG without a DTD", e);
    }
  }

  private Path path(String extension) {
    return folder.resolve(NAME + "." + extension);
  }
}
