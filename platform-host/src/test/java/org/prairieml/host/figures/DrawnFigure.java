package org.prairieml.host.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    return paths()
        .filter(path -> path.getAttribute("stroke-width").equals(width))
        .map(path -> path.getAttribute("stroke"))
        .toList();
  }

  /** Returns how many areas of the SVG have a color. */
  long fills(String color) {
    return paths().filter(path -> path.getAttribute("fill").equals(color)).count();
  }

  /** Returns how many areas of the SVG have a color and let others shine through. */
  long translucent(String color) {
    return paths()
        .filter(path -> path.getAttribute("fill").equals(color))
        .filter(path -> path.hasAttribute("fill-opacity"))
        .count();
  }

  private Stream<Element> paths() {
    NodeList paths = svg().getElementsByTagName("path");
    return IntStream.range(0, paths.getLength()).mapToObj(i -> (Element) paths.item(i));
  }

  private Document svg() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(path("svg").toFile());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("No well-formed SVG", e);
    }
  }

  private Path path(String extension) {
    return folder.resolve(NAME + "." + extension);
  }
}
